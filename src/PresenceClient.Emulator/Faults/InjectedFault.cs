using PresenceClient.Emulator.Faults;

namespace PresenceClient.Emulator;

/// <summary>A fault in force in an emulator. Disposing it ends it; requests that it has hit stay hit.</summary>
public sealed class InjectedFault : IDisposable
{
    private readonly FaultRules _rules;
    private readonly FaultRule _rule;

    internal InjectedFault(FaultRules rules, FaultRule rule) => (_rules, _rule) = (rules, rule);

    /// <summary>What goes wrong.</summary>
    public EmulatorFault Fault => _rule.Fault;

    /// <summary>How many requests it has hit.</summary>
    public int Hits => _rule.Hits;

    /// <summary>Ends the fault. Doing so twice does nothing.</summary>
    public void Dispose() => _rules.End(_rule);
}
