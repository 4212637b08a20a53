using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PresenceClient.Diagnostics;

/// <summary>
/// A counter whose listeners can throw without consequences. Without a listener, a measurement costs one field read. A
/// counter records nothing if a listener throws while the counter is created.
/// </summary>
internal sealed class GuardedCounter(Meter meter, string name, string unit, string description)
{
    private readonly Counter<long>? _counter = Guard.Ask(() => meter.CreateCounter<long>(name, unit, description));

    public bool Enabled => _counter is { Enabled: true };

    public void Add(long value, in TagList tags = default)
    {
        if (Enabled)
        {
            _ = Guard.Tell((_counter, value, tags), static s => s._counter!.Add(s.value, s.tags));
        }
    }
}
