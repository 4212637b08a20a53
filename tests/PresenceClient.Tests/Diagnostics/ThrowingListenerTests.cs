using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Azure.Core;
using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;
using PresenceClient.Tests.Presences.Watching;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>Listeners can throw any exception at any place, and no call ends differently because of it.</summary>
[Collection(nameof(Listening))]
public sealed class ThrowingListenerTests
{
    public static TheoryData<string> Places { get; } = new(ThrowingListener.Places);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task SingleCall_HasTheSameOutcome(string place)
    {
        using var listener = new ThrowingListener(place);
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "2"),
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "3"),
            Answers.Json(Samples.Presence()),
            Answers.Error(HttpStatusCode.Forbidden),
            Answers.Error(HttpStatusCode.BadGateway),
            Answers.Error(HttpStatusCode.BadGateway));
        graph.Retry();
        (graph.Options.LoggerFactory, graph.Options.MaxRetries) = (listener, 2);
        graph.Credential.Token = _ => new AccessToken("token", graph.Time.GetUtcNow() + TimeSpan.FromHours(1));
        UserClient user = graph.Client.Users[Samples.Adele];

        graph.Credential.Before = _ => throw new InvalidOperationException("No token.");
        graph.Time.Advance(TimeSpan.FromHours(2));
        await user.Awaiting(u => u.GetPresenceAsync(Test.Token)).Should()
            .ThrowExactlyAsync<PresenceAuthenticationException>();
        graph.Credential.Before = static _ => Task.CompletedTask;
        (await user.GetPresenceAsync(Test.Token)).Id.Should().Be(Samples.Adele);
        await user.Awaiting(u => u.GetPresenceAsync(Test.Token)).Should()
            .ThrowExactlyAsync<PresenceAccessDeniedException>();
        await user.Awaiting(u => u.GetPresenceAsync(Test.Token)).Should().ThrowAsync<PresenceException>();

        listener.Thrown.Should().BePositive();
        Activity.Current.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task BulkRead_HasTheSameOutcome(string place)
    {
        using var listener = new ThrowingListener(place);
        using var service = new FakeGraph(static request => request.Ids.Length < 650
            ? Answers.Error(HttpStatusCode.ServiceUnavailable)
            : Answers.Presences(request));
        service.Options.LoggerFactory = listener;

        PresenceReadResult result = await service.Presences.GetAsync(
            Samples.Ids(2_000), new PresenceReadOptions { OnFailure = PresenceFailureMode.Collect }, Test.Token);

        result.Should().HaveCount(1_950);
        result.Failures.Should().ContainSingle().Which.Ids.Should().HaveCount(50);
        listener.Thrown.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Writes_HaveTheSameOutcome(string place)
    {
        using var listener = new ThrowingListener(place);
        using var graph = new FakeGraph([.. Enumerable.Repeat(Answers.Empty(), 20)]);
        graph.Options.LoggerFactory = listener;
        graph.Options.MaxRequestsPer30Seconds = 10;
        graph.Time.Jumps = true;

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync(
            Samples.Ids(20).Select(PresenceWrite.ClearPreferred),
            new()
            {
                // One at a time: a jump of the clock for one write would disturb the others.
                MaxConcurrency = 1,
                Progress = new Reports<PresenceWriteProgress> { Failure = new InvalidOperationException() },
            },
            Test.Token).BoundedAsync();

        result.AllSucceeded.Should().BeTrue();
        listener.Thrown.Should().BePositive();
    }

    [Theory]
    [InlineData("measure")]
    [InlineData("start")]
    [InlineData("current")]
    public async Task Loader_HasTheSameOutcomeForEachCaller(string place)
    {
        using var listener = new ThrowingListener(place);
        using var service = new FakeGraph(Answers.Presences);
        PresenceLoader loader = service.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromHours(1) });

        LoadedPresence[] together = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => loader.GetAsync(Samples.Adele, Test.Token))).BoundedAsync();
        LoadedPresence remembered = await loader.GetAsync(Samples.Adele, Test.Token);

        together.Append(remembered).Should().OnlyContain(p => p.Presence!.Id == Samples.Adele);
        listener.Thrown.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Watch_HasTheSameOutcome(string place)
    {
        using var listener = new ThrowingListener(place);
        using var tenant = new WatchedTenant { Configure = options => options.LoggerFactory = listener };
        await using (PresenceWatch watch = tenant.Watch([Samples.Adele]))
        {
            await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
            (await reader.NextAsync()).Changes.Should().ContainSingle();

            tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
            await tenant.SweepAsync(watch);
            (await reader.NextAsync()).Status.Failure!.StatusCode.Should().Be(HttpStatusCode.BadGateway);
            tenant.Interfere = (_, _) => Task.FromResult<Answer?>(null);
            tenant.Set(Samples.Adele, "Away");
            await tenant.SweepAsync(watch);

            PresenceSweep recovery = await reader.NextAsync();
            recovery.Status.Failure.Should().BeNull();
            recovery.Changes.Should().ContainSingle().Which.Current!.AvailabilityText.Should().Be("Away");
        }

        listener.Thrown.Should().BePositive();
    }

    [Fact]
    public async Task ProgressThatThrows_LosesNoReadAndIsLogged()
    {
        using var log = new Listener();
        using var service = new FakeGraph(Answers.Presences);
        service.Options.LoggerFactory = log;
        var reports = new Reports<PresenceReadProgress> { Failure = new InvalidOperationException(Samples.Adele) };

        PresenceReadResult result = await service.Presences.GetAsync(
            Samples.Ids(1_300), new PresenceReadOptions { Progress = reports }, Test.Token);
        List<PresencePage> pages = await service.Presences.ReadPagesAsync(
            Samples.Ids(1_300), new PresencePageOptions { Progress = reports }, Test.Token).ToListAsync(Test.Token);

        result.Should().HaveCount(1_300);
        pages.Should().HaveCount(2).And.OnlyContain(page => page.Presences.Count == 650);
        reports.All.Should().HaveCount(4);
        log.Logs.Should().HaveCount(4).And.OnlyContain(l => l.Event.Id == 6
            && l.Text == "The IProgress handler threw System.InvalidOperationException. The call continues.");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Failures_AreAllObserved(string place)
    {
        // Earlier tests can have left unobserved exceptions.
        Collect();
        List<Exception> unobserved = [];
        void Note(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            // The event is the process's: tasks of other libraries that other tests used end here too (Polly's).
            if (e.Exception.ToString().Contains("PresenceClient", StringComparison.Ordinal))
            {
                unobserved.Add(e.Exception);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await FailToLoadAsync(place);
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        unobserved.Should().BeEmpty();
    }

    [Fact]
    public void Listener_ThatThrowsWhenInstrumentsArePublished_LosesOnlyTelemetry()
    {
        bool told = false, armed = false;
        using var meters = new MeterListener { InstrumentPublished = (instrument, _) => Hear(instrument.Meter.Name) };
        using var activities = new ActivityListener { ShouldListenTo = source => Hear(source.Name) };
        meters.Start();
        ActivitySource.AddActivityListener(activities);
        UseACopy(client =>
        {
            armed = true;
            Type[] publishing =
            [
                typeof(Instruments), typeof(Instruments.Bulk), typeof(Instruments.Loader), typeof(Instruments.Watch),
                typeof(CallTrace),
            ];
            foreach (Type type in publishing)
            {
                Invoking(() => RuntimeHelpers.RunClassConstructor(client.GetType(type.FullName!)!.TypeHandle)).Should()
                    .NotThrow();
            }

            armed = false;
        });

        told.Should().BeTrue();

        bool Hear(string name)
        {
            if (armed && name == "PresenceClient")
            {
                told = true;
                throw new InvalidOperationException("The listener threw.");
            }

            return false;
        }
    }

    [Fact]
    public void FirstReader_PublishesTheInstrumentsOfWatches()
    {
        List<string> published = [];
        using var meters = new MeterListener { InstrumentPublished = (i, _) => published.Add(i.Name) };
        meters.Start();

        UseACopy(client =>
        {
            published.Clear();
            client.GetType(typeof(WatchMetrics).FullName!)!
                .GetMethod(nameof(WatchMetrics.ReadersChanged))!.Invoke(null, [1]);
        });

        published.Should().Contain("presence.client.watch.readers").And.Contain("presence.client.watch.stale");
    }

    [Theory]
    [InlineData("start")]
    [InlineData("current")]
    public void ActivityThatDoesNotStart_IsNotTheCurrentOne(string place)
    {
        using var listener = new ThrowingListener(place);
        using var around = new Activity("around");
        around.Start();

        CallTrace.Start(OperationCalls.Any).Should().BeNull();
        SweepTrace.Start().Should().BeNull();

        Activity.Current.Should().BeSameAs(around);
        listener.Thrown.Should().BePositive();
    }

    [Fact]
    public void Sweep_ListenerThrowsWhenItsActivityIsNoLongerCurrent_GoesOn()
    {
        using var listener = new Listener();
        EventHandler<ActivityChangedEventArgs> throwing = static (_, changed) =>
        {
            if (changed.Previous?.OperationName == SweepTrace.Name)
            {
                throw new InvalidOperationException("The listener threw.");
            }
        };
        Activity.CurrentChanged += throwing;
        try
        {
            using Activity? sweep = SweepTrace.Start();

            sweep.Should().NotBeNull();
            Activity.Current.Should().BeNull();
        }
        finally
        {
            Activity.CurrentChanged -= throwing;
        }
    }

    [Fact]
    public void Logger_ThatThrowsWhenAskedForItsLevels_IsNotEnabled()
    {
        using var listener = new ThrowingListener(nameof(ILogger.IsEnabled));

        GuardedLogger.Create(listener).IsEnabled(LogLevel.Critical).Should().BeFalse();
    }

    // Instruments are published when their types are first used. A copy of the client makes that happen again.
    private static void UseACopy(Action<Assembly> use)
    {
        var apart = new AssemblyLoadContext("apart", isCollectible: true);
        apart.Resolving += static (_, name) => Assembly.Load(name);
        try
        {
            Assembly client = apart.LoadFromAssemblyPath(typeof(PresenceServiceClient).Assembly.Location);
            use(client);

            // Otherwise the other tests would see the copy's instruments too.
            ((Meter)client.GetType(typeof(Instruments).FullName!)!
                .GetField("Meter", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!).Dispose();
        }
        finally
        {
            apart.Unload();
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // In a separate method, so that no local variable keeps the tasks alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailToLoadAsync(string place)
    {
        using var listener = new ThrowingListener(place);
        using var service = new FakeGraph(static _ => Answers.Error(HttpStatusCode.ServiceUnavailable));
        service.Options.LoggerFactory = listener;
        PresenceLoader loader = service.Presences.CreateLoader();
        foreach (int _ in Enumerable.Range(0, 10))
        {
            await Task.WhenAll(Samples.Ids(3).Concat(Samples.Ids(3)).Select(id => loader
                .Awaiting(l => l.GetAsync(id, Test.Token).BoundedAsync()).Should()
                .ThrowExactlyAsync<PresenceException>()));
        }
    }
}
