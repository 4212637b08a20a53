using System.Diagnostics;
using System.Globalization;

namespace PresenceClient.Benchmarks.LargeRead;

/// <summary>The cost of reading all users once in this process.</summary>
internal sealed record ReadCost(int Presences, int Requests, TimeSpan Wall, TimeSpan Cpu, long Bytes)
{
    public const string Header = "client           presences  requests   wall ms    CPU ms  allocated MB";

    private double Megabytes => Bytes / (1024.0 * 1024);

    /// <summary>Runs the read once and measures its cost.</summary>
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

    /// <summary>Returns the median by processor time.</summary>
    public static ReadCost Median(IReadOnlyCollection<ReadCost> costs) =>
        costs.OrderBy(cost => cost.Cpu).ElementAt(costs.Count / 2);

    public string Describe(string client) => string.Create(CultureInfo.InvariantCulture, $"{client,-15}{Presences,11}"
        + $"{Requests,10}{Wall.TotalMilliseconds,10:0}{Cpu.TotalMilliseconds,10:0}{Megabytes,14:0.0}");
}
