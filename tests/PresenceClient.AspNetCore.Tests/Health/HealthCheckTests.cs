using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.AspNetCore.Tests.Support;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Health;

/// <summary>The checks of a host with a client, and with or without a watch.</summary>
public sealed class HealthCheckTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task Checks_OfAClientThatReads_AreHealthyWithOneRequest()
    {
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync(cancellationToken: Bounded.Stop);
        await using ServiceProvider host = Host(graph);

        HealthReport report = await CheckAsync(host);

        report.Entries.Keys.Should().BeEquivalentTo("presence-sign-in", "presence-sweep", "presence-throttling");
        report.Status.Should().Be(HealthStatus.Healthy);
        report.Entries.Values.Should().OnlyContain(entry => entry.Tags.Contains("presence"));
        graph.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(401, HealthStatus.Unhealthy, "cannot sign in")]
    [InlineData(403, HealthStatus.Unhealthy, "Presence.Read.All")]
    [InlineData(503, HealthStatus.Unhealthy, "cannot read")]
    [InlineData(429, HealthStatus.Degraded, "throttles")]
    public async Task SignIn_ThatFails_SaysWhatToDo(int status, HealthStatus expected, string text)
    {
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync(cancellationToken: Bounded.Stop);
        graph.InjectFault(EmulatorFault.Status(status, status == 429 ? "60" : null));
        await using ServiceProvider host = Host(graph);

        HealthReportEntry entry = (await CheckAsync(host)).Entries["presence-sign-in"];

        entry.Status.Should().Be(expected);
        entry.Description.Should().Contain(text);
    }

    [Theory]
    [InlineData(60, HealthStatus.Degraded)]
    [InlineData(299, HealthStatus.Degraded)]
    [InlineData(301, HealthStatus.Unhealthy)]
    public async Task Throttling_ByTheTimeOfThePause_IsDegradedOrUnhealthy(int seconds, HealthStatus expected)
    {
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync(
            o => o.TimeProvider = _time, Bounded.Stop);
        graph.InjectFault(EmulatorFault.Throttle(TimeSpan.FromSeconds(seconds)) with { Times = 1 });
        await using ServiceProvider host = Host(graph);
        await CheckAsync(host);

        HealthReportEntry paused = (await CheckAsync(host, "presence-throttling")).Entries["presence-throttling"];
        _time.Advance(TimeSpan.FromSeconds(seconds + 1));
        HealthReportEntry later = (await CheckAsync(host, "presence-throttling")).Entries["presence-throttling"];

        paused.Status.Should().Be(expected);
        paused.Description.Should().Contain($"paused for {seconds} s");
        later.Status.Should().Be(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData(0, HealthStatus.Healthy)]
    [InlineData(29, HealthStatus.Healthy)]
    [InlineData(30, HealthStatus.Degraded)]
    [InlineData(99, HealthStatus.Degraded)]
    [InlineData(100, HealthStatus.Unhealthy)]
    public async Task Sweep_ByDefault_IsDegradedAfter3IntervalsAndUnhealthyAfter10(int age, HealthStatus expected)
    {
        using var watch = new FakeWatch(Start);
        await using ServiceProvider host = Host(watch);
        (await SweepAsync(host)).Status.Should().Be(HealthStatus.Healthy);

        _time.Advance(TimeSpan.FromSeconds(age));

        HealthReportEntry entry = await SweepAsync(host);
        entry.Status.Should().Be(expected);
        entry.Data["ageSeconds"].Should().Be((double)age);
    }

    /// <summary>The requests of a large sweep are spread over the interval, or take longer.</summary>
    [Theory]
    [InlineData(10, 39, HealthStatus.Healthy)]
    [InlineData(10, 40, HealthStatus.Degraded)]
    [InlineData(60, 239, HealthStatus.Healthy)]
    [InlineData(60, 240, HealthStatus.Degraded)]
    [InlineData(60, 660, HealthStatus.Unhealthy)]
    public async Task Sweep_ThatTakesLong_IsExpectedLater(int duration, int seconds, HealthStatus expected)
    {
        using var watch = new FakeWatch(Start);
        watch.Now = watch.Now with { LastSweepDuration = TimeSpan.FromSeconds(duration) };
        await using ServiceProvider host = Host(watch);
        await SweepAsync(host);

        _time.Advance(TimeSpan.FromSeconds(seconds));

        (await SweepAsync(host)).Status.Should().Be(expected);
    }

    [Fact]
    public async Task Sweep_InTrouble_CountsFromItsBeginning()
    {
        using var watch = new FakeWatch(Start);
        await using ServiceProvider host = Host(watch);
        await SweepAsync(host);

        _time.Advance(TimeSpan.FromSeconds(50));
        watch.Now = watch.Now with
        {
            // Sweeps go on, and all of them fail.
            LastSweepStartedAt = _time.GetUtcNow(),
            TroubleSince = Start.AddSeconds(10),
            Failure = new PresenceException("Down."),
        };

        HealthReportEntry entry = await SweepAsync(host);
        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Data["ageSeconds"].Should().Be(40.0);
        entry.Exception.Should().Be(watch.Now.Failure);
    }

    [Fact]
    public async Task Sweep_WithoutAReader_IsHealthyUnlessTheWatchAlwaysPolls()
    {
        using var watch = new FakeWatch(Start) { Now = new() { Interval = TimeSpan.FromSeconds(10) } };
        await using ServiceProvider onDemand = Host(watch);
        await using ServiceProvider always = Host(watch, services =>
            services.Configure<PresenceWatchOptions>(o => o.Polling = PresenceWatchPolling.Always));
        await SweepAsync(onDemand);
        await SweepAsync(always);

        _time.Advance(TimeSpan.FromHours(1));

        (await SweepAsync(onDemand)).Status.Should().Be(HealthStatus.Healthy);
        (await SweepAsync(always)).Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Sweep_ReaderAfterALongPause_IsNotBlamedForThePause()
    {
        using var watch = new FakeWatch(Start);
        watch.Now = watch.Now with { Readers = 0 };
        await using ServiceProvider host = Host(watch);
        await SweepAsync(host);

        _time.Advance(TimeSpan.FromHours(8));
        watch.Now = watch.Now with { Readers = 1 };

        (await SweepAsync(host)).Status.Should().Be(HealthStatus.Healthy);
        _time.Advance(TimeSpan.FromSeconds(30));
        (await SweepAsync(host)).Status.Should().Be(HealthStatus.Degraded);
    }

    [Fact]
    public async Task Thresholds_OfTheHost_Apply()
    {
        using var watch = new FakeWatch(Start);
        await using ServiceProvider host = Host(watch, services => services.AddPresenceHealthChecks(o =>
            (o.DegradedAge, o.UnhealthyAge) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6))));
        await SweepAsync(host);

        _time.Advance(TimeSpan.FromSeconds(5));
        (await SweepAsync(host)).Status.Should().Be(HealthStatus.Degraded);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await SweepAsync(host)).Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task SignIn_WhileTheWatchReads_SendsNothing()
    {
        using var watch = new FakeWatch(Start);
        await using ServiceProvider host = Host(watch);

        (await CheckAsync(host, "presence-sign-in")).Status.Should().Be(
            HealthStatus.Healthy, "the client of this host reaches no service, so a request would fail");
    }

    [Fact]
    public void Thresholds_ThatAreNotValid_AreReportedTogether()
    {
        using var watch = new FakeWatch(Start);
        using ServiceProvider host = Host(watch, services => services.AddPresenceHealthChecks(o =>
        {
            o.DegradedAge = TimeSpan.FromMinutes(2);
            o.UnhealthyAge = TimeSpan.FromMinutes(1);
            o.UnhealthyPause = TimeSpan.Zero;
        }));

        host.Invoking(provider => provider.GetRequiredService<IStartupValidator>().Validate()).Should()
            .Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(2)
            .And.Contain(fault => fault.StartsWith("UnhealthyAge is 00:01:00."))
            .And.Contain(fault => fault.StartsWith("UnhealthyPause is 00:00:00."));
    }

    [Theory]
    [InlineData(null, "AddPresenceClient.")]
    [InlineData("contoso", "AddKeyedPresenceClient with it.")]
    public void Client_Missing_IsReportedWhenTheHostStarts(string? key, string cure)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        _ = key is null
            ? builder.Services.AddPresenceHealthChecks()
            : builder.Services.AddKeyedPresenceHealthChecks(key);
        using IHost host = builder.Build();

        host.Invoking(h => h.Start()).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().ContainSingle().Which.Should().EndWith(cure);
    }

    [Fact]
    public async Task Keys_EachHaveTheirChecks_OnceEach()
    {
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync(cancellationToken: Bounded.Stop);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TokenCredential>(_ => graph.CreateCredential());
        foreach (string tenant in (string[])["contoso", "fabrikam", "contoso"])
        {
            services.AddKeyedPresenceClient(tenant, o => o.BaseAddress = graph.BaseAddress);
            services.AddKeyedPresenceHealthChecks(tenant);
        }

        await using ServiceProvider host = services.BuildServiceProvider();

        (await CheckAsync(host)).Entries.Keys.Should().BeEquivalentTo(
            "presence-contoso-sign-in", "presence-contoso-sweep", "presence-contoso-throttling",
            "presence-fabrikam-sign-in", "presence-fabrikam-sweep", "presence-fabrikam-throttling");
        services.Invoking(s => s.AddKeyedPresenceHealthChecks("")).Should().Throw<ArgumentException>();
    }

    private static async Task<HealthReportEntry> SweepAsync(ServiceProvider host) =>
        (await CheckAsync(host, "presence-sweep")).Entries["presence-sweep"];

    private static Task<HealthReport> CheckAsync(ServiceProvider host, string? name = null) =>
        host.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => name is null || check.Name == name, Bounded.Stop).BoundedAsync();

    private ServiceProvider Host(PresenceEmulator graph)
    {
        IServiceCollection services = Services();
        services.AddSingleton<TokenCredential>(_ => graph.CreateCredential());
        services.AddPresenceClient(o =>
            (o.BaseAddress, o.MaxRetries, o.WaitWhenThrottled) = (graph.BaseAddress, 0, false));
        return services.BuildServiceProvider();
    }

    private ServiceProvider Host(FakeWatch watch, Action<IServiceCollection>? more = null)
    {
        IServiceCollection services = Services();
        services.AddSingleton<TokenCredential>(
            DelegatedTokenCredential.Create((_, _) => throw new InvalidOperationException("Nothing signs in here.")));
        services.AddPresenceClient();
        services.AddSingleton<PresenceWatch>(watch);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_time);
        services.AddPresenceHealthChecks();
        return services;
    }

    private sealed class FakeWatch(DateTimeOffset lastSweep) : PresenceWatch
    {
        public PresenceWatchStatus Now { get; set; } = new()
        {
            Readers = 1,
            Users = 7,
            Interval = TimeSpan.FromSeconds(10),
            LastSweepStartedAt = lastSweep,
            LastSweepUsers = 7,
        };

        public override PresenceWatchStatus Status => Now;
    }
}
