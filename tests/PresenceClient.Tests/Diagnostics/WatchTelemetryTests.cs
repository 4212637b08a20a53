using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;
using PresenceClient.Presences.Watching;
using PresenceClient.Serialization;
using PresenceClient.Tests.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>Telemetry of a watch.</summary>
[Collection(nameof(Listening))]
public sealed class WatchTelemetryTests : IDisposable
{
    private static readonly string[] Both = [Samples.Adele, Samples.Alex];

    private readonly Listener _listener = new();
    private readonly WatchedTenant _tenant = new();

    public WatchTelemetryTests() => _tenant.Configure = options => options.LoggerFactory = _listener;

    public void Dispose()
    {
        _tenant.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task Sweep_IsAnActivityAroundItsRequests()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await WatchedTenant.UntilAsync(() => _listener.Activities.Count == 2);

        Activity sweep = _listener.Activities.Single(a => a.OperationName == "presence.watch.sweep");
        sweep.Kind.Should().Be(ActivityKind.Internal);
        sweep.Status.Should().Be(ActivityStatusCode.Unset);
        sweep.TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?> { ["presence.users"] = 2 });
        _listener.Activities.Except([sweep]).Single().ParentSpanId.Should().Be(sweep.SpanId);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "502")]
    [InlineData(HttpStatusCode.Forbidden, "403")] // The sweep is abandoned.
    public async Task Sweep_ThatFails_IsAnErrorOfItsKind(HttpStatusCode status, string kind)
    {
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(status));
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.UntilAsync(() => _listener.Activities.Count == 2);

        Activity sweep = _listener.Activities.Single(a => a.OperationName == "presence.watch.sweep");
        sweep.Status.Should().Be(ActivityStatusCode.Error);
        sweep.GetTagItem("error.type").Should().Be(kind);
    }

    [Fact]
    public async Task Age_OfTheChangesOfASweep_IsMeasured()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));

        (await reader.NextAsync()).Changes.Should().HaveCount(2);

        _listener.Values("presence.client.watch.age").Should().Equal(0, 0);
    }

    [Fact]
    public async Task Figures_OfSweepsChangesAndReaders_AreMeasured()
    {
        _ = Instruments.Watch.Readers; // Published by the first reader of the process, which can come later.
        double before = _listener.Observe("presence.client.watch.readers");
        await using (PresenceWatch watch = _tenant.Watch(Both))
        {
            await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
            await using var slow = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
            await reader.TakeAsync(2);
            await slow.TakeAsync(2);
            foreach (string availability in (string[])["Busy", "Away"])
            {
                _tenant.Set(Samples.Adele, availability);
                await _tenant.SweepAsync(watch);
                await reader.NextAsync();
            }

            _tenant.Time.Advance(TimeSpan.FromSeconds(3));
            await slow.NextAsync();
            _listener.Observe("presence.client.watch.readers").Should().Be(before + 2);
        }

        _listener.Observe("presence.client.watch.readers").Should().Be(before);
        _listener.Values("presence.client.watch.sweep.duration").Should().Equal(0, 0, 0);
        _listener.Values("presence.client.watch.changes").Sum().Should().Be(4);
        _listener.Values("presence.client.watch.conflated").Should().Equal(1);
        _listener.Values("presence.client.watch.age").Should().Equal(0, 0, 0, 0, 0, 0, 3);
        _listener.Measurements.Where(m => m.Name == "presence.client.watch.age")
            .Select(m => m.Tags["presence.change.kind"]).Should().StartWith(["Initial"]).And.EndWith(["Changed"]);
    }

    [Fact]
    public async Task StaleUsers_AreMeasuredUntilTheEnd()
    {
        await using (PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always))
        {
            await WatchedTenant.FirstSweepAsync(watch);
            _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
            await _tenant.SweepAsync(watch, seconds: 60);
            await WatchedTenant.UntilAsync(() => _listener.Observe("presence.client.watch.stale") == 2);
        }

        _listener.Observe("presence.client.watch.stale").Should().Be(0);
    }

    [Fact]
    public async Task StaleUsers_LastReaderLeaves_AreNoLongerMeasured()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
        await _tenant.SweepAsync(watch, seconds: 60);
        await WatchedTenant.UntilAsync(() => _listener.Observe("presence.client.watch.stale") == 2);

        await reader.DisposeAsync();

        await WatchedTenant.UntilAsync(() => _listener.Observe("presence.client.watch.stale") == 0);
    }

    [Fact]
    public async Task Sweep_WatchDisposedInTheMiddle_IsAnActivityToo()
    {
        var standstill = new Standstill();
        _tenant.Interfere = async (_, cancel) =>
        {
            await standstill.WaitAsync(cancel);
            return null;
        };
        PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await standstill.Reached;

        await watch.DisposeAsync().AsTask().BoundedAsync();

        _listener.Activities.Should().ContainSingle(a => a.OperationName == "presence.watch.sweep")
            .Which.Status.Should().Be(ActivityStatusCode.Unset);
    }

    [Fact]
    public void Changes_AreMeasuredWhenTheyAreFound()
    {
        DateTimeOffset now = FakeGraph.Start;
        var state = new WatchState(now);
        state.Add([Samples.Adele]);
        List<double> sums = [];

        PageReading first = Begin();
        byte[] utf8 = Answer("Available");
        var answer = new WholeAnswer(first.Ids);
        answer.Add(utf8, PageReader.ReadPresences(utf8, new IdPlaces(first.Ids), located: true).Items, failures: null!);
        answer.End();
        state.Take(first, answer, now);
        Note();
        state.TryTake(Begin(), Answer("Busy"), now).Should().BeTrue();
        Note();
        state.Report(new() { Id = Samples.Adele, AvailabilityText = "Away" }, now);
        Note();
        state.Report(Samples.Adele, "BeRightBack", null, now, out _);
        Note();
        state.TakeReport(Samples.Adele, null, now);
        state.EndSweep(now, TimeSpan.Zero, users: 1);
        Note();

        sums.Should().Equal(1, 2, 3, 4, 5);

        PageReading Begin() => state.Begin(state.BeginSweep(now).Pages.Single(), now);

        byte[] Answer(string text) =>
            Encoding.UTF8.GetBytes(Samples.Page(WatchedTenant.Entry(Samples.Adele, text, text, null)));

        void Note() => sums.Add(_listener.Values("presence.client.watch.changes").Sum());
    }

    // A listener is called in the middle of a sweep, for each of its changes.
    [Fact]
    public async Task Sweep_UserComesBackWhileItIsTaken_IsInTheNextOne()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        string upper = Samples.Adele.ToUpperInvariant();
        bool isBack = false;
        using var meters = new MeterListener();
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "presence.client.watch.age")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((_, _, _, _) =>
        {
            if (!isBack)
            {
                isBack = true;

                // The loop must not begin to read the user.
                using (_tenant.Time.Hold())
                {
                    watch.Users.Add(upper);
                    watch.Report(new() { Id = upper, AvailabilityText = "Away" }, FakeGraph.Start);
                }
            }
        });
        meters.Start();

        watch.Users.Remove(Samples.Adele);
        List<PresenceSweep> sweeps = await reader.TakeAsync(2);

        sweeps.Select(s => s.Changes.Single()).Select(c => (c.UserId, c.Kind)).Should().Equal(
            (Samples.Adele, PresenceChangeKind.Unwatched), (upper, PresenceChangeKind.Initial));
    }

    [Fact]
    public async Task TroubleAndRecovery_AreLoggedOnceEach()
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
        for (int i = 0; i < 3; i++)
        {
            await _tenant.SweepAsync(watch);
        }

        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(null);
        await _tenant.SweepAsync(watch);
        await _tenant.SweepAsync(watch);

        _listener.Logs.Select(l => (l.Event.Id, l.Level, l.Text)).Should().Equal(
            (8, LogLevel.Warning, "A watch cannot read its users (502). It keeps polling."),
            (9, LogLevel.Information, "A watch reads its users again after 33 s."));
    }

    [Fact]
    public async Task Telemetry_NamesNoUser()
    {
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(
            Answers.Error(HttpStatusCode.Forbidden, Samples.Adele, $"No: {Samples.Adele}"));
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.UntilAsync(() => _listener.Logs.Count > 0 && _listener.Activities.Count > 1);

        _listener.Texts.Should().NotContain(text => text.Contains(Samples.Adele, StringComparison.OrdinalIgnoreCase));
    }
}
