namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>Lets something go wrong with requests to Graph, from the next one on.</summary>
    /// <param name="fault">What goes wrong, with which requests, how often and for how long.</param>
    /// <returns>The fault in force; disposing it ends it.</returns>
    /// <exception cref="ArgumentException">The fault has no effect, or effects that exclude each other.</exception>
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
