using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Credentials;

namespace PresenceClient.Soak.Wire.Clients;

/// <summary>The clients of a run.</summary>
internal static class ClientPlans
{
    private static readonly SignIns Bad = new() { Slow = 22, Deaf = 10, Failing = 12, Unusable = 8 };

    private static readonly ClientPlan Person = new("person")
    {
        Callers = 1,
        Callings = Calling.OfAPerson,
    };

    private static readonly ClientPlan Storm = new("storm")
    {
        Callers = 8,
        Callings = Calling.OfSingles,
        Pace = null,
        Mix = Mix.Usual.With(AnswerGroup.Throttled, 400),
    };

    public static IReadOnlyList<ClientPlan> All { get; } =
    [
        new("tcp") { HasOwnHandler = true },
        new("tls") { Transport = Transport.Tls },
        new("http2") { Transport = Transport.Http2 },
        new("no retries") { MaxRetries = 0, Callers = 4 },
        new("no waiting") { WaitsWhenThrottled = false, Callers = 4 },
        new("small pace")
        {
            Pace = 40,
            TotalTimeout = TimeSpan.FromSeconds(45),
            Callings = Calling.OfSingles,
            Callers = 12,
        },
        new("bad sign-ins") { SignIns = Bad },
        new("bad sign-ins, TLS, small pace")
        {
            SignIns = Bad,
            Transport = Transport.Tls,
            Pace = 60,
            TotalTimeout = TimeSpan.FromSeconds(45),
            Callers = 8,
        },
        new("client secret")
        {
            SignIns = new SignIns { ByClientSecret = true },
            Transport = Transport.Tls,
            Callers = 3,
        },
        new("no time limits")
        {
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            TotalTimeout = Timeout.InfiniteTimeSpan,
            Mix = Mix.Usual.Without(AnswerGroup.Frozen),
            Answers = [.. AnswerTable.All.Where(static answer => !answer.IsEndless)],
            Callers = 3,
        },
        new("rude logger") { HasRudeLogger = true, Callers = 3 },
        Person,
        Person with { Name = "person, TLS", Transport = Transport.Tls },
        Person with { Name = "person, HTTP/2", Transport = Transport.Http2 },
        Person with { Name = "person, bad sign-ins", SignIns = Bad },
        Storm with { Name = "throttled at once", Answers = [.. GoodAnswers.All, .. ThrottledAnswers.AtOnce] },
        Storm with
        {
            Name = "throttled for ever",
            Answers = [.. GoodAnswers.All, .. ThrottledAnswers.ForEver],
            Mix = Mix.Usual.With(AnswerGroup.Throttled, 2),
        },
    ];
}
