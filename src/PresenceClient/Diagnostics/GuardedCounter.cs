using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PresenceClient.Diagnostics;

/// <summary>
/// A counter whose listeners can throw what they like. Without a listener, a measurement costs a look at a field. One
/// of whose making a listener threw counts nothing.
/// </summary>
internal sealed class GuardedCounter(Meter meter, string name, string unit, string description)
{
    private readonly Counter<long>? _counter = Guard.Ask(
        (meter, name, unit, description), static s => s.meter.CreateCounter<long>(s.name, s.unit, s.description));

    public bool Enabled => _counter is { Enabled: true };

    public void Add(long value, in TagList tags = default)
    {
        if (Enabled)
        {
            _ = Guard.Tell((_counter, value, tags), static s => s._counter!.Add(s.value, s.tags));
        }
    }
}
