using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Watching.Driving;

/// <summary>
/// The managed memory after a full collection: the lowest of several measurements in each hour, because
/// pools and queues vary. The first hour fills buffers and caches.
/// </summary>
internal sealed class MemoryGrowth(Findings findings)
{
    private const double Limit = 0.05;

    private const double Megabyte = 1024 * 1024;

    private readonly List<long> _hours = [];
    private long _least = long.MaxValue;

    /// <summary>The growth from the second to the last hour; null if there is no third hour.</summary>
    private double? Share => _hours is [_, var second, .., var last] ? ((double)last / second) - 1 : null;

    /// <summary>Measures.</summary>
    public void Measure()
    {
        UnobservedCapture.Collect();
        _least = Math.Min(_least, GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <summary>Ends an hour, and returns its megabytes.</summary>
    public double EndHour()
    {
        Measure();
        _hours.Add(_least);
        _least = long.MaxValue;
        return _hours[^1] / Megabyte;
    }

    /// <summary>Checks the growth, and describes it.</summary>
    public string Conclude()
    {
        if (Share is not { } share)
        {
            return "not measured (it takes 3 hours)";
        }

        string text = $"{share:0.0 %} ({_hours[1] / Megabyte:0.0} MB to {_hours[^1] / Megabyte:0.0} MB)";
        if (share >= Limit)
        {
            findings.Add(Figure.Grown, $"not below {Limit:0 %}", text);
        }

        return text;
    }
}
