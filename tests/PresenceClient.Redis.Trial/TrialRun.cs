using System.Diagnostics;
using System.Globalization;
using System.Net;
using PresenceClient.Redis.Tests.Support;

namespace PresenceClient.Redis.Trial;

/// <summary>The trial: hosts, faults at set times, and the comparison.</summary>
internal sealed class TrialRun(TextWriter output, TrialOptions options)
{
    private static readonly TimeSpan RedisIsCut = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(2);

    private const double MostBesideOne = 1.2;

    private readonly Findings _findings = new();
    private readonly List<HostProcess> _hosts = [];
    private long _takeOversOfDead;
    private int _number;

    /// <summary>Runs, and prints the result.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using Process? garnet = options.Redis is null ? TrialProcess.Start(RedisProgram.Verb) : null;
        string redis = options.Redis ?? (await garnet!.StandardOutput.ReadLineAsync(stop))!;
        if (!IPEndPoint.TryParse(redis, out IPEndPoint? endPoint))
        {
            await output.WriteLineAsync(
                $"'{redis}' is not an address. Use an IP address and a port, for example 127.0.0.1:6379.");
            return 2;
        }

        using var network = new Forwarder(() => endPoint);
        await using TenantServer tenant = await TenantServer.StartAsync(options.Users, options.Seed);
        for (int i = 0; i < options.Hosts; i++)
        {
            Start(tenant, network);
        }

        await UntilAsync(() => _hosts.Count(static host => host.Role == PresenceSharingRole.Leader) == 1
            && _hosts.All(host => host.Hosts == options.Hosts && host.Sweeps > 0), "the hosts share", stop);
        int before = tenant.Requests;
        await using var one = new OneHost(tenant);
        await RunFaultsAsync(tenant, network, stop);
        (int requests, int beside) = (tenant.Requests - before, one.Requests);
        await one.DisposeAsync();
        tenant.Freeze();
        int lost = await CountLostAsync(stop);
        int code = Report(tenant, requests, (double)requests / beside, lost);
        await Task.WhenAll(_hosts.Select(static host => host.DisposeAsync().AsTask()));
        garnet?.Kill();
        return code;
    }

    private void Start(TenantServer tenant, Forwarder network) => _hosts.Add(
        new HostProcess(_number++, tenant.Address, network.EndPoint.ToString()!, tenant, _findings));

    private async Task RunFaultsAsync(TenantServer tenant, Forwarder network, CancellationToken stop)
    {
        long began = Stopwatch.GetTimestamp();
        await ReachAsync(0.15);
        HostProcess dead = Leader();
        await output.WriteLineAsync($"kill -9 of host {dead.Number}, the leader of term {dead.Epoch}");
        _takeOversOfDead += dead.TakeOvers;
        dead.Kill();
        _hosts.Remove(dead);
        await dead.DisposeAsync();
        Start(tenant, network);

        await ReachAsync(0.4);
        HostProcess paused = Leader();
        await output.WriteLineAsync($"pause of host {paused.Number}, the leader of term {paused.Epoch}");
        await paused.PauseAsync();
        await Task.Delay(TrialOptions.Lease * 1.5, stop);
        await paused.ContinueAsync();

        await ReachAsync(0.6);
        await output.WriteLineAsync($"Redis cut off for {RedisIsCut.TotalSeconds} s");
        network.Cut();
        await Task.Delay(RedisIsCut, stop);
        network.Mend();
        await ReachAsync(1);

        async Task ReachAsync(double share)
        {
            TimeSpan left = (options.Duration * share) - Stopwatch.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, stop);
            }
        }
    }

    private HostProcess Leader() =>
        _hosts.Find(static host => host.Role == PresenceSharingRole.Leader) ?? _hosts[0];

    // All readers must reach the last state of the tenant.
    private async Task<int> CountLostAsync(CancellationToken stop)
    {
        long began = Stopwatch.GetTimestamp();
        int lost;
        while ((lost = _hosts.Sum(static host => host.CountWrong())) > 0
            && Stopwatch.GetElapsedTime(began) < LongestSettling)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), stop);
        }

        foreach (string wrong in _hosts.SelectMany(static host => host.DescribeWrong()))
        {
            _findings.Lost(wrong);
        }

        return lost;
    }

    private int Report(TenantServer tenant, int requests, double besideOne, int lost)
    {
        int most = tenant.MostIn30Seconds();
        output.WriteLine();
        Line("hosts", options.Hosts);
        Line("take-overs", _takeOversOfDead + _hosts.Sum(static host => host.TakeOvers));
        Line("changes", tenant.History.Changes);
        Line("lost", lost);
        Line("invented", _findings.InventedCount);
        Line("out of order", _findings.OutOfOrderCount);
        Line("longest silence s", _hosts.Max(static host => host.LongestSilence).TotalSeconds
            .ToString("0.0", CultureInfo.InvariantCulture));
        Line("graph requests", requests);
        Line("most in any 30 s", most);
        Line("beside one host", besideOne.ToString("0.00", CultureInfo.InvariantCulture));
        foreach (string example in _findings.Examples)
        {
            output.WriteLine(example);
        }

        return lost + _findings.InventedCount + _findings.OutOfOrderCount == 0
            && most <= TrialOptions.Pace && besideOne < MostBesideOne ? 0 : 1;
    }

    private void Line(string name, object value) => output.WriteLine($"{name,-18} {value}");

    private static async Task UntilAsync(Func<bool> condition, string what, CancellationToken stop)
    {
        long began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(began) > LongestSettling)
            {
                throw new TimeoutException($"It took longer than {LongestSettling} until {what}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }
    }
}
