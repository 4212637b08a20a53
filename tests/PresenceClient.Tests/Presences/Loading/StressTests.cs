using System.Globalization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>
/// Thousands of callers on all threads, some of which are cancelled, and a service that sometimes fails.
/// </summary>
public sealed class StressTests
{
    private const int Threads = 8;

    private const int CallsOfEach = 2_500;

    private static readonly string[] Ids = Samples.Ids(1_500);

    private static readonly HashSet<string> Refused = new([Ids[3], Ids[700]], StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 5)]
    [InlineData(4, 5)]
    public async Task GetAsync_CallersWhoLeaveAndFailures_EachGetsItsOwn(int seed, int maxAgeMilliseconds)
    {
        var tenant = new StressTenant(seed, failures: 0.2);
        using FakeGraph graph = Connect(tenant);
        PresenceLoader loader = graph.Presences.CreateLoader(new()
        {
            MaxAge = TimeSpan.FromMilliseconds(maxAgeMilliseconds),
            Capacity = 500,
            MaxGatherTime = TimeSpan.FromMilliseconds(1),
        });

        Dictionary<string, int> outcomes = await RunAsync(tenant, loader, seed, leaving: 0.4);

        // All three outcomes happen, and every call has one.
        outcomes.Keys.Should().BeEquivalentTo("answered", "failed", "left");
        outcomes.Values.Sum().Should().Be(Threads * CallsOfEach);
        tenant.Asked.Should().OnlyContain(ids => ids.Count > 0 && ids.Count <= 650);

        tenant.Fails = false;
        LoadedPresence[] after = await Task.WhenAll(Ids.Select(id => loader.GetAsync(id, Test.Token))).BoundedAsync();
        after.Select(p => p.Presence is not null).Should().Equal(Ids.Select(StressTenant.IsKnown));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 0.4)]
    public async Task GetAsync_UsersWhomTheServiceRefuses_FailNoOthers(int seed, double leaving)
    {
        var tenant = new StressTenant(seed, failures: 0) { Refused = Refused };
        using FakeGraph graph = Connect(tenant);

        Dictionary<string, int> outcomes = await RunAsync(tenant, graph.Presences.CreateLoader(), seed, leaving);

        outcomes.Keys.Should().BeSubsetOf(["answered", "failed", "left"]).And.Contain("failed");
        tenant.Asked.Should().OnlyContain(ids => ids.Count > 0 && ids.Count <= 650);
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 3_600_000)]
    public async Task GetAsync_NotBeforeNow_IsOfARequestThatBeganAfterTheCall(int seed, int maxAgeMilliseconds)
    {
        var tenant = new StressTenant(seed, failures: 0);
        using FakeGraph graph = Connect(tenant);
        PresenceLoader loader = graph.Presences.CreateLoader(new()
        {
            MaxAge = TimeSpan.FromMilliseconds(maxAgeMilliseconds),
            MaxGatherTime = TimeSpan.FromMilliseconds(1),
        });
        string[] known = [.. Ids.Where(StressTenant.IsKnown).Take(100)];

        bool[] fresh = await Task.WhenAll(Enumerable.Range(0, 4_000).Select(call => Task.Run(async () =>
        {
            string id = known[call % known.Length];
            if (call % 3 == 0)
            {
                await loader.GetAsync(id, Test.Token);
                return true;
            }

            int asked = graph.Requests.Count;
            LoadedPresence answer = await loader.GetAsync(id, DateTimeOffset.UtcNow, Test.Token);
            return int.Parse(answer.Presence!.SequenceNumber!, CultureInfo.InvariantCulture) > asked;
        }, Test.Token))).BoundedAsync();

        fresh.Should().NotContain(false);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task GetAsync_NoCallerLeaves_NoUserIsReadTwiceAtATime(int seed)
    {
        var tenant = new StressTenant(seed, failures: 0.2);
        using FakeGraph graph = Connect(tenant);

        Dictionary<string, int> outcomes = await RunAsync(tenant, graph.Presences.CreateLoader(), seed, leaving: 0);

        outcomes.Keys.Should().BeSubsetOf(["answered", "failed"]);
        tenant.Overlaps.Should().Be(0);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task GetAsync_AnswersAreRemembered_EachUserIsReadOnce(int seed)
    {
        var tenant = new StressTenant(seed, failures: 0);
        using FakeGraph graph = Connect(tenant);
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromHours(1) });

        Dictionary<string, int> outcomes = await RunAsync(tenant, loader, seed, leaving: 0);

        outcomes.Keys.Should().Equal("answered");
        tenant.Asked.Sum(ids => ids.Count).Should().Be(tenant.Asked.SelectMany(ids => ids)
            .Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static FakeGraph Connect(StressTenant tenant)
    {
        var graph = new FakeGraph(tenant.AnswerTo);
        graph.Options.TimeProvider = TimeProvider.System;
        graph.Options.MaxRequestsPer30Seconds = null;
        return graph;
    }

    private static async Task<Dictionary<string, int>> RunAsync(
        StressTenant tenant, PresenceLoader loader, int seed, double leaving)
    {
        string[][] outcomes = await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            var random = new Random((seed * Threads) + thread);
            List<Task<string>> calls = [];
            for (int i = 0; i < CallsOfEach; i++)
            {
                string id = Ids[random.Next(Ids.Length)];
                calls.Add(CallAsync(tenant, loader, random.Next(2) == 0 ? id : id.ToUpperInvariant(),
                    stays: random.NextDouble() < leaving ? random.Next(60) : null));
                if (random.Next(50) == 0)
                {
                    await Task.Yield();
                }
            }

            return await Task.WhenAll(calls);
        }, Test.Token))).BoundedAsync();
        return outcomes.SelectMany(o => o).CountBy(o => o).ToDictionary();
    }

    // Checks the outcome against the requests that the service got, and returns it. A caller that leaves waits some
    // steps first.
    private static async Task<string> CallAsync(StressTenant tenant, PresenceLoader loader, string id, int? stays)
    {
        using CancellationTokenSource? own = stays is null ? null : new CancellationTokenSource();
        Task<LoadedPresence> call = loader.GetAsync(id, own?.Token ?? CancellationToken.None);
        for (int i = 0; i < stays; i++)
        {
            await Task.Yield();
        }

        if (own is not null)
        {
            await own.CancelAsync();
        }

        try
        {
            UserPresence? presence = (await call).Presence;
            bool right = presence is null
                ? !StressTenant.IsKnown(id)
                : presence.Id.Equals(id, StringComparison.OrdinalIgnoreCase)
                    && WasAsked(tenant, presence.SequenceNumber, id);
            return right ? "answered" : "another's answer";
        }
        catch (PresenceException e)
        {
            bool own400 = tenant.Refused.Count == 0 || tenant.Refused.Contains(id);
            return own400 && WasAsked(tenant, e.ServiceMessage, id) ? "failed" : "another's failure";
        }
        catch (OperationCanceledException e) when (own is not null && e.CancellationToken == own.Token)
        {
            return "left";
        }
    }

    private static bool WasAsked(StressTenant tenant, string? number, string id) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out int request) && tenant.AskedIn(request, id);
}
