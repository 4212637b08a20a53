using System.Diagnostics;
using System.Globalization;
using PresenceClient.Benchmarks.InMemory;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks.LargeWatch;

/// <summary>Watches very many users over an in-memory handler: the first sweep, and a sweep without changes.</summary>
internal static class LargeWatchRun
{
    private const int Sweeps = 5;

    public static async Task RunAsync(TextWriter output, int users, CancellationToken cancellationToken)
    {
        double memory = await WatchMemory.BytesOfUserAsync(users, cancellationToken);
        using var service = new GeneratedPresences(keepsAnswers: true);
        using PresenceServiceClient client = ThisPackage.Open(service);
        await FillAsync(client, users, cancellationToken);
        var options = new PresenceWatchOptions { Interval = TimeSpan.FromMilliseconds(1) };
        await using PresenceWatch watch = client.Presences.CreateWatch(options);
        watch.Users.Add(PresencePayload.Ids(users));
        await using IAsyncEnumerator<PresenceSweep> sweeps = watch
            .ReadSweepsAsync(after: long.MinValue, includeEmpty: true, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        string first = await MeasureAsync("first", 1, () => watch.WaitUntilCurrentAsync(cancellationToken));
        await sweeps.MoveNextAsync();
        string unchanged = await MeasureAsync("unchanged", Sweeps, async () =>
        {
            for (int sweep = 0; sweep < Sweeps; sweep++)
            {
                await sweeps.MoveNextAsync();
            }
        });

        await output.WriteLineAsync("sweep            users   wall ms    CPU ms  allocated MB");
        foreach (string line in (string[])[first, unchanged])
        {
            await output.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, line, users));
        }

        await output.WriteLineAsync(FormattableString.Invariant($"memory of a user: {memory:0} B"));
    }

    // The service generates its answers now, so that this is not measured.
    private static async Task FillAsync(PresenceServiceClient client, int users, CancellationToken cancellationToken)
    {
        await using PresenceWatch watch = client.Presences.CreateWatch();
        watch.Users.Add(PresencePayload.Ids(users));
        await watch.WaitUntilCurrentAsync(cancellationToken);
    }

    private static async Task<string> MeasureAsync(string what, int sweeps, Func<Task> run)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await run();
        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds / sweeps;
        double cpu = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / sweeps;
        double bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (1024.0 * 1024) / sweeps;
        return FormattableString.Invariant($"{what,-10} {{0,11}} {wall,9:0} {cpu,9:0} {bytes,13:0.0}");
    }
}
