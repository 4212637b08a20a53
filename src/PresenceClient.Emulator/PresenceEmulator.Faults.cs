namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>
    /// The faults that were injected, here or through the control API, and haven't been ended, in the order of their
    /// injection: a copy of the list as it is now.
    /// </summary>
    /// <remarks>
    /// A fault stays in the list when its <see cref="EmulatorFault.Times"/> or its <see cref="EmulatorFault.Duration"/>
    /// is used up; <see cref="InjectedFault.Hits"/> tells how often it has hit.
    /// </remarks>
    public IReadOnlyList<InjectedFault> Faults =>
        Array.AsReadOnly(Array.ConvertAll(_service.Faults.All, rule => new InjectedFault(_service.Faults, rule)));

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
