using System.Diagnostics;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>Compares the costs of two calls, measured in turn in this process.</summary>
internal static class Duel
{
    private const int Rounds = 21;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Returns the median of the ratios of consecutive slices, so that both sides see the same machine.
    /// </summary>
    public static Task<double> TimeAsync(Call ours, Call theirs, CancellationToken cancellationToken) =>
        CompareAsync(static () => Stopwatch.GetElapsedTime(0).Ticks, ours, theirs, cancellationToken);

    /// <summary>Returns the median by this process's time on all processors.</summary>
    public static Task<double> CpuAsync(Call ours, Call theirs, CancellationToken cancellationToken) =>
        CompareAsync(static () => Environment.CpuUsage.TotalTime.Ticks, ours, theirs, cancellationToken);

    /// <summary>Returns the ratio of the bytes that this process allocates, which are exact.</summary>
    public static Task<double> BytesAsync(Call ours, Call theirs, CancellationToken cancellationToken) =>
        CompareAsync(static () => GC.GetTotalAllocatedBytes(precise: true), ours, theirs, cancellationToken);

    private static async Task<double> CompareAsync(
        Func<long> read, Call ours, Call theirs, CancellationToken cancellationToken)
    {
        int ourRuns = await WarmUpAsync(ours);
        int theirRuns = await WarmUpAsync(theirs);
        double[] ratios = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ratios[round] = await MeasureAsync(read, ours, ourRuns) / await MeasureAsync(read, theirs, theirRuns);
        }

        Array.Sort(ratios);
        return ratios[Rounds / 2];
    }

    /// <summary>Runs the call until it is fully compiled.</summary>
    /// <returns>The number of runs in a slice.</returns>
    private static async Task<int> WarmUpAsync(Call call)
    {
        await RunAsync(call, WarmUp);
        return await RunAsync(call, Slice);
    }

    private static async Task<int> RunAsync(Call call, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        int runs = 0;
        do
        {
            await call();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(start) < time);
        return runs;
    }

    private static async Task<double> MeasureAsync(Func<long> read, Call call, int runs)
    {
        long start = read();
        for (int run = 0; run < runs; run++)
        {
            await call();
        }

        return (double)(read() - start) / runs;
    }
}
