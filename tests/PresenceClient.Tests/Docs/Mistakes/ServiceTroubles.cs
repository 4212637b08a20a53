using System.Net;
using PresenceClient.Emulator;
using PresenceClient.Tests.EndToEnd;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs.Mistakes;

/// <summary>Refusals, limits and slow answers.</summary>
internal static class ServiceTroubles
{
    public static readonly Dictionary<string, Func<Task>> All = new()
    {
        ["… failed with 404 NotFound…Check the id or the name, and the tenant."] =
            Meeting(tenant => tenant.AsApplication().Users["no.such.user@contoso.example"].GetUserAsync(Test.Token)),
        ["… failed with 400 BadRequest…"] = Meeting(tenant => tenant.AsApplication().Users[tenant.Graph.Users[0].Id]
            .Session.SetAsync("Busy", "Sleeping", null, Test.Token)),
        ["… failed with 429 TooManyRequests…"] = Meeting(tenant =>
        {
            tenant.Graph.InjectFault(EmulatorFault.Throttle(TimeSpan.FromSeconds(5)));
            return tenant.AsApplication().Users[tenant.Graph.Users[0].Id].GetPresenceAsync(Test.Token);
        }),
        ["… was not sent. The next request may be sent in … s"] = HeldBackAsync,
        ["… took longer than … s. The limit of an attempt is AttemptTimeout."] = SlowAsync,
        ["… took longer than … s with all its attempts and waits. The limit of a call is TotalTimeout."] =
            SlowAfterARetryAsync,
        ["The presence of … of … users could not be read: …"] = Meeting(tenant =>
        {
            tenant.Graph.InjectFault(EmulatorFault.Status(503));
            return tenant.AsApplication().Presences.GetAsync(tenant.Graph.Users.Select(u => u.Id), Test.Token);
        }),
        ["… failed: the answer cannot be read."] = Meeting(tenant =>
        {
            tenant.Graph.InjectFault(EmulatorFault.MalformedJson());
            return tenant.AsApplication().Users[tenant.Graph.Users[0].Id].GetPresenceAsync(Test.Token);
        }),
    };

    private static Func<Task> Meeting(Func<Tenant, Task> call) => async () =>
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        await call(tenant);
    };

    private static async Task HeldBackAsync()
    {
        using var graph =
            new FakeGraph(Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "60"));
        graph.Options.WaitWhenThrottled = false;
        try
        {
            await graph.Client.Me.GetPresenceAsync(Test.Token);
        }
        catch (PresenceThrottledException)
        {
            await graph.Client.Me.GetPresenceAsync(Test.Token);
        }
    }

    private static async Task SlowAsync()
    {
        using var graph = new FakeGraph();
        graph.Answer(Stalled(graph));
        await graph.Client.Me.GetPresenceAsync(Test.Token);
    }

    private static async Task SlowAfterARetryAsync()
    {
        using var graph = new FakeGraph();
        graph.Retry();
        graph.Options.TotalTimeout = TimeSpan.FromSeconds(40);
        graph.Answer(Answers.Error(HttpStatusCode.BadGateway).After(
            () => graph.Time.Advance(TimeSpan.FromSeconds(20))));
        graph.Answer(Stalled(graph));
        await graph.Client.Me.GetPresenceAsync(Test.Token);
    }

    private static Answer Stalled(FakeGraph graph) =>
        Answers.Never(new Standstill()).After(() => graph.Time.Advance(TimeSpan.FromSeconds(31)));
}
