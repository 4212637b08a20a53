namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>
    /// A snapshot of the injected faults that were not ended, in the order of their injection, including those of the
    /// control API.
    /// </summary>
    /// <remarks>
    /// A fault stays in the list after its <see cref="EmulatorFault.Times"/> or <see cref="EmulatorFault.Duration"/>
    /// is used up. <see cref="InjectedFault.Hits"/> counts how often it has hit.
    /// </remarks>
    public IReadOnlyList<InjectedFault> Faults =>
        Array.AsReadOnly(Array.ConvertAll(_service.Faults.All, rule => new InjectedFault(_service.Faults, rule)));

    /// <summary>Injects a fault into requests to Graph, from the next request on.</summary>
    /// <param name="fault">The fault: its effects, and which requests it hits, how often and for how long.</param>
    /// <returns>The fault in force. Dispose it to end the fault.</returns>
    /// <exception cref="ArgumentException">The fault has no effect, or effects that can't be combined.</exception>
    public InjectedFault InjectFault(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Contradiction() is { } contradiction
            ? throw new ArgumentException(contradiction, nameof(fault))
            : new InjectedFault(_service.Faults, _service.Faults.Add(fault, _tenant.Now));
    }

    /// <summary>Ends all faults.</summary>
    public void ClearFaults() => _service.Faults.Clear();
}
