using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Diagnostics;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Diagnostics;

[Collection(nameof(Listening))]
public sealed class MetricTests
{
    [Fact]
    public async Task Requests_EachAttempt_CountsWithItsStatus()
    {
        using var graph =
            new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable), Answers.Json(Samples.Presence()));
        graph.Retry();
        using var listener = new Listener();

        await graph.SendAsync(OperationCalls.Any);

        var failed = new Dictionary<string, object?>
        {
            ["presence.operation"] = OperationCalls.Any,
            ["http.response.status_code"] = 503,
            ["error.type"] = "503",
        };
        var done = new Dictionary<string, object?>
        {
            ["presence.operation"] = OperationCalls.Any,
            ["http.response.status_code"] = 200,
        };
        TagsOf(listener, "presence.client.requests").Should().BeEquivalentTo([failed, done]);
        TagsOf(listener, "presence.client.request.duration").Should().BeEquivalentTo([failed, done]);
        TagsOf(listener, "presence.client.retries").Should().BeEquivalentTo([failed]);
        listener.Values("presence.client.throttle.wait").Should().BeEmpty("no 429 came");
    }

    [Fact]
    public async Task Duration_IsInSecondsOfTheClientsClock()
    {
        using var graph = new FakeGraph();
        graph.Answer(Answers.Json(Samples.Presence()).After(() => graph.Time.Advance(TimeSpan.FromSeconds(2.5))));
        using var listener = new Listener();

        await graph.SendAsync(OperationCalls.Any);

        listener.Values("presence.client.request.duration").Should().Equal(2.5);
    }

    [Fact]
    public async Task ThrottleWait_IsThatOfTheRetryAndOfThoseHeldBack()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "7"),
            Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));
        graph.Options.MaxRetries = 1;
        using var listener = new Listener();

        Task first = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(3));
        Task held = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(4));
        await Task.WhenAll(first, held).BoundedAsync();

        listener.Values("presence.client.throttle.wait").Should().BeEquivalentTo([7.0, 4.0]);
        listener.Values("presence.client.pacing.wait").Should().BeEmpty();
    }

    [Fact]
    public async Task PacingWait_IsWhatIsLeftOfTheWindow()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));
        graph.Options.MaxRequestsPer30Seconds = 1;
        using var listener = new Listener();
        await graph.SendAsync(OperationCalls.Any);
        graph.Time.Advance(TimeSpan.FromSeconds(10));

        Task next = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(20));
        await next.BoundedAsync();

        listener.Values("presence.client.pacing.wait").Should().Equal(20);
        listener.Values("presence.client.throttle.wait").Should().BeEmpty();
    }

    [Fact]
    public async Task Waits_HoldBackDuringAWaitForThePace_CountsAsLongAsItLasts()
    {
        var time = new FakeTimeProvider();
        var gate = new RequestGate(1, waitsWhenHeld: true, time);
        using var listener = new Listener();
        await gate.EnterAsync(TimeSpan.FromHours(1), lane: null, Test.Token);
        time.Advance(TimeSpan.FromSeconds(10));
        Task<TimeSpan> next = gate.EnterAsync(TimeSpan.FromHours(1), lane: null, Test.Token).AsTask();

        foreach (int seconds in (int[])[5, 8])
        {
            time.Advance(TimeSpan.FromSeconds(1));
            gate.HoldBack(TimeSpan.FromSeconds(seconds));
        }

        time.Advance(TimeSpan.FromSeconds(18));
        await next.BoundedAsync();

        listener.Values("presence.client.throttle.wait").Should().Equal(9);
        listener.Values("presence.client.pacing.wait").Should().Equal(11);
    }

    [Fact]
    public async Task Waits_HoldBackThatRejectsARequest_IsNotItsWaitSoFar()
    {
        var time = new FakeTimeProvider();
        var gate = new RequestGate(1, waitsWhenHeld: true, time);
        using var listener = new Listener();
        await gate.EnterAsync(TimeSpan.FromMinutes(1), lane: null, Test.Token);
        Task<TimeSpan> next = gate.EnterAsync(TimeSpan.FromMinutes(1), lane: null, Test.Token).AsTask();

        time.Advance(TimeSpan.FromSeconds(5));
        gate.HoldBack(TimeSpan.FromMinutes(10));
        await next.BoundedAsync();

        listener.Values("presence.client.throttle.wait").Should().BeEmpty();
        listener.Values("presence.client.pacing.wait").Should().Equal(5);
    }

    [Theory]
    [InlineData("presence.client.requests", true, false)]
    [InlineData("presence.client.request.duration", true, false)]
    [InlineData("presence.client.throttle.wait", false, true)]
    [InlineData("presence.client.pacing.wait", false, true)]
    public void AListenerOfOneInstrument_IsSufficient(string instrument, bool isOn, bool countsWaits)
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = (published, meters) =>
            {
                if (published.Name == instrument)
                {
                    meters.EnableMeasurementEvents(published);
                }
            },
        };
        RecordedMetrics.RecordAll();
        listener.Start();

        RequestMetrics.IsOn.Should().Be(isOn);
        RequestMetrics.CountsWaits.Should().Be(countsWaits);
    }

    [Fact]
    public void NoChanges_AreNotMeasured()
    {
        using var listener = new Listener();

        WatchMetrics.Changed(changes: 0, conflated: 0);

        listener.Values("presence.client.watch.changes").Should().BeEmpty();
        listener.Values("presence.client.watch.conflated").Should().BeEmpty();
    }

    [Fact]
    public async Task BulkUsers_AreReadOrMissing()
    {
        using var service = new FakeGraph(Answers.PresencesOf(Samples.Adele, Samples.Megan));
        using var listener = new Listener();

        await service.Presences.GetAsync([Samples.Adele, Samples.Alex, Samples.Megan], Test.Token);

        listener.Values("presence.client.bulk.ids").Should().Equal(3);
        listener.Values("presence.client.bulk.read").Should().Equal(2);
        listener.Values("presence.client.bulk.missing").Should().Equal(1);
    }

    [Fact]
    public async Task BulkUsers_OfARequestThatFails_AreNotMissing()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable));
        using var listener = new Listener();

        await graph.FailAsync("communications.getPresencesByUserId");

        listener.Values("presence.client.bulk.ids").Should().Equal(1);
        listener.Values("presence.client.bulk.read").Should().Equal(0);
        listener.Values("presence.client.bulk.missing").Should().BeEmpty();
    }

    [Fact]
    public async Task LoaderCalls_JoinOrAreRemembered()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromSeconds(5) });
        using var listener = new Listener();

        Task<LoadedPresence> first = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest request = await graph.NextAsync();
        Task<LoadedPresence> joined = loader.GetAsync(Samples.Adele, Test.Token);
        listener.Values("presence.client.loader.joined").Should().Equal(1);
        request.AnswerAll();
        await Task.WhenAll(first, joined).BoundedAsync();
        await loader.GetAsync(Samples.Adele, Test.Token).BoundedAsync();

        listener.Values("presence.client.loader.joined").Should().Equal(1);
        listener.Values("presence.client.loader.cache_hits").Should().Equal(1);
    }

    private static IEnumerable<Dictionary<string, object?>> TagsOf(Listener listener, string instrument) =>
        listener.Measurements.Where(m => m.Name == instrument).Select(m => m.Tags);
}
