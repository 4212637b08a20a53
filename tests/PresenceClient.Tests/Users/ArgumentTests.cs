using System.Diagnostics;
using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users;

/// <summary>Wrong arguments throw synchronously, in every method, before anything else happens.</summary>
public sealed class ArgumentTests
{
    private const string Name = "adele@contoso.com";

    private static readonly Dictionary<string, Func<PresenceServiceClient, CancellationToken, object>> Mistakes = new()
    {
        ["Users[name].GetPresenceAsync"] = (c, t) => c.Users[Name].GetPresenceAsync(t),
        ["Users[name].Session.SetAsync"] = (c, t) => c.Users[Name].Session.SetAsync(SessionPresence.Away, null, t),
        ["Users[name].Session.SetAsync, any pair"] =
            (c, t) => c.Users[Name].Session.SetAsync("Away", "Away", null, t),
        ["Users[name].Session.ClearAsync"] = (c, t) => c.Users[Name].Session.ClearAsync(t),
        ["Users[name].Session.ExplainAsync"] =
            (c, t) => c.Users[Name].Session.ExplainAsync(SessionPresence.Away, t),
        ["Users[name].Session.ExplainAsync, any pair"] =
            (c, t) => c.Users[Name].Session.ExplainAsync("Away", "Away", t),
        ["Users[name].Preferred.SetAsync"] =
            (c, t) => c.Users[Name].Preferred.SetAsync(PreferredPresence.Away, null, t),
        ["Users[name].Preferred.ClearAsync"] = (c, t) => c.Users[Name].Preferred.ClearAsync(t),
        ["Users[name].StatusMessage.SetAsync"] = (c, t) => c.Users[Name].StatusMessage.SetAsync("Hi", null, t),
        ["Users[name].StatusMessage.ClearAsync"] = (c, t) => c.Users[Name].StatusMessage.ClearAsync(t),
        ["Users[.]"] = (c, _) => c.Users["."],
        ["Users[null]"] = (c, _) => c.Users[null!],
        ["Users[half a character]"] = (c, _) => c.Users["\ud83d"],
        ["Users.ResolveAsync"] = (c, t) => c.Users.ResolveAsync(null!, t),
        ["Groups[name]"] = (c, _) => c.Groups["Sales"],
        ["Presences[..]"] = (c, _) => c.Presences[".."],
        ["Presences[name].GetAsync"] = (c, t) => c.Presences[Name].GetAsync(t),
        ["Presences.GetAsync"] = (c, t) => c.Presences.GetAsync([Name], t),
        ["Presences.GetAsync, null"] = (c, t) => c.Presences.GetAsync((string[])null!, t),
        ["Presences.ReadPagesAsync"] = (c, t) => c.Presences.ReadPagesAsync([Name], t),
        ["Presences.GetAsync, GUIDs, null"] = (c, t) => c.Presences.GetAsync((Guid[])null!, t),
        ["Presences.ReadPagesAsync, GUIDs, null"] = (c, t) => c.Presences.ReadPagesAsync((Guid[])null!, t),
        ["Presences.WatchAsync"] = (c, t) => c.Presences.WatchAsync([Name], t),
        ["Presences.WatchAsync, an interval of zero"] =
            (c, t) => c.Presences.WatchAsync([Samples.Adele], new() { Interval = TimeSpan.Zero }, t),
        ["Presences.CreateLoader"] = (c, _) => c.Presences.CreateLoader(new() { Capacity = 0 }),
        ["Presences.CreateWatch"] = (c, _) => c.Presences.CreateWatch(new() { Interval = TimeSpan.Zero }),
        ["Presences.WriteAsync, null"] = (c, t) => c.Presences.WriteAsync(null!, t),
        ["Presences.WriteAsync, a null"] = (c, t) => c.Presences.WriteAsync([null!], t),
        ["loader.GetAsync"] = (c, t) => c.Presences.CreateLoader().GetAsync(Name, t),
        ["loader.GetAsync, notBefore"] =
            (c, t) => c.Presences.CreateLoader().GetAsync(Name, DateTimeOffset.UnixEpoch, t),
        ["loader.GetAsync, the future"] =
            (c, t) => c.Presences.CreateLoader().GetAsync(Samples.Adele, DateTimeOffset.MaxValue, t),
        ["Session.SetAsync, a short duration"] =
            (c, t) => c.Me.Session.SetAsync(SessionPresence.Away, TimeSpan.Zero, t),
        ["Preferred.SetAsync, no duration"] =
            (c, t) => c.Me.Preferred.SetAsync(PreferredPresence.Away, TimeSpan.Zero, t),
        ["Session.SetAsync, a cast state"] = (c, t) => c.Me.Session.SetAsync((SessionPresence)9, null, t),
        ["StatusMessage.SetAsync, no text"] = (c, t) => c.Me.StatusMessage.SetAsync("", null, t),
        ["Session.ExplainAsync, a cast state"] = (c, t) => c.Me.Session.ExplainAsync((SessionPresence)9, t),
        ["Session.ExplainAsync, no activity"] = (c, t) => c.Me.Session.ExplainAsync("Busy", "", t),
        ["StatusMessage.SetAsync, in the past"] =
            (c, t) => c.Me.StatusMessage.SetAsync("Hi", DateTimeOffset.UnixEpoch, t),
        ["WorkLocation.SetManualAsync"] =
            (c, t) => c.Me.WorkLocation.SetManualAsync(WorkLocationType.Unspecified, null, t),
        ["WorkLocation.SetAutomaticAsync"] =
            (c, t) => c.Me.WorkLocation.SetAutomaticAsync(WorkLocationType.Office, "\ud83d", t),
        ["Users[name].Session.HoldAsync"] =
            (c, t) => c.Users[Name].Session.HoldAsync(SessionPresence.Away, cancellationToken: t),
        ["Session.HoldAsync, a short expiry"] = (c, t) =>
            c.Me.Session.HoldAsync(SessionPresence.Away, new() { Expiry = TimeSpan.FromMinutes(4) }, t),
        ["Subscriptions.CreateAsync, null"] = (c, t) => c.Subscriptions.CreateAsync(null!, t),
        ["Subscriptions.CreateAsync"] = (c, t) => c.Subscriptions.CreateAsync(
            new() { UserIds = [Name], NotificationUrl = new Uri("https://hook.contoso.com") }, t),
        ["Subscriptions.RenewAsync"] = (c, t) => c.Subscriptions.RenewAsync("..", cancellationToken: t),
        ["Subscriptions.RenewAsync, null"] = (c, t) => c.Subscriptions.RenewAsync(null!, cancellationToken: t),
        ["Subscriptions.RenewAsync, a short lifetime"] = (c, t) =>
            c.Subscriptions.RenewAsync(Samples.Team, TimeSpan.FromMinutes(44), cancellationToken: t),
        ["Subscriptions.DeleteAsync"] = (c, t) => c.Subscriptions.DeleteAsync("..", t),
        ["Subscriptions.DeleteAsync, blank"] = (c, t) => c.Subscriptions.DeleteAsync(" ", t),
    };

    public static TheoryData<string> MistakeNames { get; } = new(Mistakes.Keys);

    // A disposed client creates no loader.
    public static TheoryData<string> MistakesWithoutLoader { get; } =
        new(Mistakes.Keys.Where(name => !name.StartsWith("loader", StringComparison.Ordinal)));

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

        Action call = () => Mistakes[mistake](client, Test.Token);

        call.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("adele@");
        lock (traced)
        {
            traced.Should().NotContain(activity => activity.RootId == own.RootId);
        }

        graph.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public void Mistake_WithACancelledToken_ThrowsFromTheCall(string mistake)
    {
        using var graph = new FakeGraph();

        graph.Client.Invoking(c => { _ = Mistakes[mistake](c, new CancellationToken(canceled: true)); }).Should()
            .Throw<ArgumentException>();
    }

    [Theory]
    [MemberData(nameof(MistakesWithoutLoader))]
    public void Mistake_OnADisposedClient_IsReportedFirst(string mistake)
    {
        using var graph = new FakeGraph();
        PresenceServiceClient client = graph.Client;
        client.Dispose();

        client.Invoking(c => { _ = Mistakes[mistake](c, Test.Token); }).Should().Throw<ArgumentException>();
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
