using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Faults;

/// <summary>The faults in force, in the order of their injection. While there are none, asking costs a look.</summary>
internal sealed class FaultRules(int seed)
{
    private readonly Lock _gate = new();
    private volatile FaultRule[] _rules = [];
    private int _injected;

    /// <summary>Every fault that hasn't been ended, in the order of injection.</summary>
    public FaultRule[] All => _rules;

    public FaultRule Add(EmulatorFault fault, DateTime now)
    {
        lock (_gate)
        {
            var rule = new FaultRule(fault, ++_injected, seed, now);
            _rules = [.. _rules, rule];
            return rule;
        }
    }

    /// <summary>What the first fault that hits does to the call; null if it passes them all.</summary>
    public FaultHit? Hit(EmulatedCall call)
    {
        foreach (FaultRule rule in _rules)
        {
            if (rule.TryHit(call) is { } hit)
            {
                return hit;
            }
        }

        return null;
    }

    public void End(FaultRule rule)
    {
        lock (_gate)
        {
            _rules = Array.FindAll(_rules, other => other != rule);
        }
    }

    /// <summary>Ends a fault by its number; false if it is not in force.</summary>
    public bool End(int number)
    {
        lock (_gate)
        {
            FaultRule[] left = Array.FindAll(_rules, rule => rule.Number != number);
            bool found = left.Length < _rules.Length;
            _rules = left;
            return found;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules = [];
        }
    }

    /// <summary>Ends all, and lets the chances of the next begin as at the start.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            (_rules, _injected) = ([], 0);
        }
    }
}
