using System.Security.Cryptography.X509Certificates;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Checks;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Leaks;
using PresenceClient.Soak.Wire.Server;

namespace PresenceClient.Soak.Wire;

/// <summary>
/// Runs many callers of many clients against a server that answers from a seeded table. The result of each call is
/// compared with the answers, and each request with what the client may send.
/// </summary>
internal sealed class WireRun(TextWriter output, WireOptions options)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Collecting = TimeSpan.FromSeconds(5);

    private readonly Findings _findings = new(static () => Clock.Now);
    private readonly Journal _journal = new();

    /// <summary>Runs, and prints the result.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        ClientPlan[] plans = [.. ClientPlans.All.Where(plan =>
            options.Clients.Count == 0 || options.Clients.Contains(plan.Name))];
        await output.WriteLineAsync($"Wire soak: {options.Duration.TotalSeconds} s, seed {options.Seed}, "
            + $"{plans.Length} clients with {plans.Sum(static plan => plan.Callers)} callers.");
        var service = new GraphService(options.Seed, _journal, new RequestCheck(_findings), _findings);
        using X509Certificate2 certificate = ServerCertificate.Create();
        await using var stalls = new Stalls();
        await using var servers = new WireServers(service, certificate, options.Seed);
        await servers.StartAsync(new Authority(options.Seed, _findings));

        // .NET reads it once, so it is set before the first client is created.
        Environment.SetEnvironmentVariable("http_proxy", servers.Proxy);
        Environment.SetEnvironmentVariable("no_proxy", null);
        var leaks = new LeakScan(_findings);
        using var unobserved = new UnobservedCapture(_findings);
        using var telemetry = new TelemetryCapture(leaks, Seeded.Random(options.Seed, "telemetry"));
        using var factory = new ClientFactory(options.Seed, certificate, servers, _findings);
        SoakClient[] clients = [.. plans.Select((plan, number) => factory.Create(number, plan))];
        service.Serve(clients);
        await CallAsync(clients, new ResultCheck(_journal, _findings, leaks, stalls), stalls, stop);
        CheckAll(clients, stalls);
        foreach (SoakClient client in clients)
        {
            client.Dispose();
        }

        UnobservedCapture.Collect();
        new MixReport(output).Write(_journal, clients, stalls);
        await output.WriteLineAsync();
        var report = new SoakReport(output, _findings, width: 12);
        report.Fact("requests", service.Requests);
        report.Figures(Figure.Hung, Figure.Wrong, Figure.Leaked, Figure.Unobserved, Figure.OverPace);
        return report.Conclude();
    }

    private async Task CallAsync(SoakClient[] clients, ResultCheck check, Stalls stalls, CancellationToken stop)
    {
        using var watch = new Watch(_findings, stalls);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var runner = new CallRunner(watch, check);
        await using var collecting = new Timer(static _ => UnobservedCapture.Collect(), null, Collecting, Collecting);
        var callers = Task.WhenAll(clients.SelectMany(client => Enumerable.Range(0, client.Plan.Callers)
            .Select(place => new Caller(NumberOf(client, place), client, options.Seed, _journal, runner))
            .Select(caller => Task.Run(() => caller.RunAsync(over.Token)))));
        await Task.Delay(options.Duration, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // A busy machine can need most of the time to start.
        for (TimeSpan end = Clock.Now + Patience;
            Clock.Now < end && !stop.IsCancellationRequested && !Array.TrueForAll(clients, static it => it.HasAnswer);)
        {
            await Task.Delay(Settling, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await over.CancelAsync();

        // Calls under way are cancelled and must end then. A call can also begin at this moment.
        while (!callers.IsCompleted)
        {
            watch.CancelAll();
            await Task.WhenAny(callers, Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None));
        }

        await callers;
        await Task.Delay(Settling, CancellationToken.None);
    }

    // The number does not depend on the other clients of the run.
    private static int NumberOf(SoakClient client, int place) =>
        (ClientPlans.All.TakeWhile(plan => plan.Name != client.Name).Sum(static plan => plan.Callers)) + place;

    private void CheckAll(SoakClient[] clients, Stalls stalls)
    {
        var pace = new PaceCheck(_findings, stalls);
        var late = new LateCheck(_findings);
        foreach (SoakClient client in clients)
        {
            pace.Check(client);

            // If the machine stalls for most of the run, every attempt can time out.
            if (!client.HasAnswer && stalls.Total < Clock.Now / 2)
            {
                _findings.Add(Figure.Wrong, "a client without a single answer", client.Name);
            }
        }

        foreach ((_, CallRecord call) in _journal.Calls)
        {
            late.Check(call);
        }
    }
}
