using PresenceClient.Emulator.Faults;

namespace PresenceClient.Emulator;

/// <summary>A fault in force in an emulator.</summary>
/// <remarks>Dispose it to end the fault; requests that were hit are not affected.</remarks>
public sealed class InjectedFault : IDisposable
{
    private readonly FaultRules _rules;
    private readonly FaultRule _rule;

    internal InjectedFault(FaultRules rules, FaultRule rule) => (_rules, _rule) = (rules, rule);

    /// <summary>The injected fault.</summary>
    public EmulatorFault Fault => _rule.Fault;

    /// <summary>The number of requests that it has hit.</summary>
    public int Hits => _rule.Hits;

    /// <summary>Ends the fault.</summary>
    /// <remarks>A second call has no effect.</remarks>
    public void Dispose() => _rules.End(_rule);
}
