using System.Diagnostics;
using System.Globalization;

namespace PresenceClient.Benchmarks.LargeRead;

/// <summary>What reading everybody once took in this process.</summary>
internal sealed record ReadCost(int Presences, int Requests, TimeSpan Wall, TimeSpan Cpu, long Bytes)
{
    public const string Header = "client               presences  requests    wall ms     CPU ms  allocated MB";

    /// <summary>Runs the read once and counts.</summary>
    public static async Task<ReadCost> MeasureAsync(Func<Task<int>> read, RequestCounter counter)
    {
        GC.Collect();
        int requests = counter.Requests;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        int presences = await read();
        return new ReadCost(
            presences,
            counter.Requests - requests,
            Stopwatch.GetElapsedTime(start),
            Environment.CpuUsage.TotalTime - cpu,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    public string Describe(string client) => string.Create(
        CultureInfo.InvariantCulture,
        $"{client,-20}{Presences,10}{Requests,10}{Wall.TotalMilliseconds,11:0}{Cpu.TotalMilliseconds,11:0}{Megabytes,14:0.0}");

    private double Megabytes => Bytes / (1024.0 * 1024);
}
