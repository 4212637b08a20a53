using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Faults;

/// <summary>
/// The faults in force, in the order of their injection. Without faults, the check costs one field read.
/// </summary>
internal sealed class FaultRules(int seed)
{
    private readonly Lock _gate = new();
    private volatile FaultRule[] _rules = [];
    private int _injected;

    /// <summary>Every fault that was not ended, in the order of injection.</summary>
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

    /// <summary>Finds the first fault that hits the call; null if none does.</summary>
    public FaultHit? Hit(EmulatedCall call) => Hit(call, static (rule, call) => rule.TryHit(call));

    /// <summary>Finds the first fault that hits a notification of a resource; null if none does.</summary>
    public FaultHit? HitNotification(string resource, DateTime now) =>
        Hit((resource, now), static (rule, it) => rule.TryHitNotification(it.resource, it.now));

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

    private FaultHit? Hit<T>(T target, Func<FaultRule, T, FaultHit?> tryHit)
    {
        foreach (FaultRule rule in _rules)
        {
            if (tryHit(rule, target) is { } hit)
            {
                return hit;
            }
        }

        return null;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules = [];
        }
    }

    /// <summary>Ends all faults, and resets the random sequences.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            (_rules, _injected) = ([], 0);
        }
    }
}
