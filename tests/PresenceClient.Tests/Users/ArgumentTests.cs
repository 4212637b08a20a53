using System.Diagnostics;
using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users;

/// <summary>Wrong arguments throw synchronously, in every method, before anything else happens.</summary>
public sealed class ArgumentTests
{
    private const string Name = "adele@contoso.com";

    private static readonly Dictionary<string, Func<PresenceServiceClient, object>> Mistakes = new()
    {
        ["Users[name].GetPresenceAsync"] = c => c.Users[Name].GetPresenceAsync(Test.Token),
        ["Users[name].Session.SetAsync"] = c => c.Users[Name].Session.SetAsync(SessionPresence.Away, null, Test.Token),
        ["Users[name].Session.SetAsync, any pair"] =
            c => c.Users[Name].Session.SetAsync("Away", "Away", null, Test.Token),
        ["Users[name].Session.ClearAsync"] = c => c.Users[Name].Session.ClearAsync(Test.Token),
        ["Users[name].Preferred.SetAsync"] =
            c => c.Users[Name].Preferred.SetAsync(PreferredPresence.Away, null, Test.Token),
        ["Users[name].Preferred.ClearAsync"] = c => c.Users[Name].Preferred.ClearAsync(Test.Token),
        ["Users[name].StatusMessage.SetAsync"] = c => c.Users[Name].StatusMessage.SetAsync("Hi", null, Test.Token),
        ["Users[name].StatusMessage.ClearAsync"] = c => c.Users[Name].StatusMessage.ClearAsync(Test.Token),
        ["Users[.]"] = c => c.Users["."],
        ["Presences[name].GetAsync"] = c => c.Presences[Name].GetAsync(Test.Token),
        ["Presences.GetAsync"] = c => c.Presences.GetAsync([Name], Test.Token),
        ["Presences.GetAsync, null"] = c => c.Presences.GetAsync((string[])null!, Test.Token),
        ["Presences.ReadPagesAsync"] = c => c.Presences.ReadPagesAsync([Name], Test.Token),
        ["Presences.WriteAsync, null"] = c => c.Presences.WriteAsync(null!, Test.Token),
        ["Presences.WriteAsync, a null"] = c => c.Presences.WriteAsync([null!], Test.Token),
        ["loader.GetAsync"] = c => c.Presences.CreateLoader().GetAsync(Name, Test.Token),
        ["loader.GetAsync, notBefore"] =
            c => c.Presences.CreateLoader().GetAsync(Name, DateTimeOffset.UnixEpoch, Test.Token),
        ["loader.GetAsync, the future"] =
            c => c.Presences.CreateLoader().GetAsync(Samples.Adele, DateTimeOffset.MaxValue, Test.Token),
        ["Session.SetAsync, a short duration"] =
            c => c.Me.Session.SetAsync(SessionPresence.Away, TimeSpan.Zero, Test.Token),
        ["Preferred.SetAsync, no duration"] =
            c => c.Me.Preferred.SetAsync(PreferredPresence.Away, TimeSpan.Zero, Test.Token),
        ["Session.SetAsync, a cast state"] = c => c.Me.Session.SetAsync((SessionPresence)9, null, Test.Token),
        ["StatusMessage.SetAsync, no text"] = c => c.Me.StatusMessage.SetAsync("", null, Test.Token),
        ["StatusMessage.SetAsync, in the past"] =
            c => c.Me.StatusMessage.SetAsync("Hi", DateTimeOffset.UnixEpoch, Test.Token),
        ["WorkLocation.SetManualAsync"] =
            c => c.Me.WorkLocation.SetManualAsync(WorkLocationType.Unspecified, null, Test.Token),
        ["WorkLocation.SetAutomaticAsync"] =
            c => c.Me.WorkLocation.SetAutomaticAsync(WorkLocationType.Office, "\ud83d", Test.Token),
    };

    public static TheoryData<string> MistakeNames { get; } = new(Mistakes.Keys);

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public async Task Mistake_WhileTheClientIsHeldBackAndTraced_ThrowsFromTheCall(string mistake)
    {
        List<Activity> traced = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PresenceClient",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                lock (traced)
                {
                    traced.Add(activity);
                }
            },
        };
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "60"));
        await graph.FailAsync();
        PresenceServiceClient client = graph.Client;
        ActivitySource.AddActivityListener(listener);
        using var own = new Activity("the test");
        own.Start();

        Action call = () => Mistakes[mistake](client);

        call.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("adele@");
        lock (traced)
        {
            traced.Should().NotContain(activity => activity.RootId == own.RootId);
        }

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public void SessionWrites_WithoutApplicationId_ThrowFromTheCall()
    {
        using var graph = new FakeGraph();
        graph.Options.ApplicationId = null;
        SessionClient session = graph.Client.Users[Samples.Adele].Session;

        session.Invoking(s => { _ = s.SetAsync(SessionPresence.Away, null, Test.Token); }).Should()
            .Throw<InvalidOperationException>();
        session.Invoking(s => { _ = s.ClearAsync(Test.Token); }).Should().Throw<InvalidOperationException>();
        graph.Client.Presences.Invoking(p =>
        {
            _ = p.WriteAsync([PresenceWrite.ClearSession(Samples.Adele)], Test.Token);
        }).Should().Throw<InvalidOperationException>();
    }
}
