using PresenceClient.Emulator;

namespace PresenceClient.Soak.Emulated;

/// <summary>
/// The faults of the service: 3 % 429, 2 % 503, 1 % resets, 1 % broken bodies, delayed writes, outages.
/// </summary>
internal sealed class ServiceFaults(PresenceEmulator emulator, FaultPlan plan)
{
    private readonly List<(string Kind, InjectedFault Fault)> _faults = [];

    /// <summary>How often each kind of fault has hit.</summary>
    public string Summary => string.Join(", ", _faults.GroupBy(static it => it.Kind)
        .Select(static kind => $"{kind.Key} {kind.Sum(static it => it.Fault.Hits)}"));

    /// <summary>Begins the faults that can hit each request.</summary>
    public void Begin()
    {
        if (plan.DelaysWrites)
        {
            Add("delayed writes", EmulatorFault.DelayedWrites(TimeSpan.FromSeconds(15)), 0.2);
            Add("delayed writes", EmulatorFault.DelayedWrites(TimeSpan.FromMinutes(3)), 0.1);
        }

        Add("429", EmulatorFault.Throttle(TimeSpan.FromSeconds(1)), 0.02);
        Add("429", EmulatorFault.Throttle(plan.LongestRetryAfter), 0.01);
        Add("503", EmulatorFault.Status(503), 0.01);
        Add("503", EmulatorFault.Status(503, "3"), 0.01);
        Add("resets", EmulatorFault.DropConnection(), 0.005);
        Add("resets", EmulatorFault.DropConnection(afterWork: true), 0.005);
        Add("truncated", EmulatorFault.Truncate(0), 0.002);
        Add("truncated", EmulatorFault.Truncate(200), 0.003);
        Add("truncated", EmulatorFault.Truncate(3_000), 0.003);
        Add("truncated", EmulatorFault.Truncate(100_000), 0.002);
    }

    /// <summary>Lets the service fail for some time.</summary>
    public void BeginOutage(TimeSpan time) =>
        Add("503 in outages", EmulatorFault.Status(503) with { Duration = time }, probability: 1);

    /// <summary>Ends all faults.</summary>
    public void End() => emulator.ClearFaults();

    private void Add(string kind, EmulatorFault fault, double probability) =>
        _faults.Add((kind, emulator.InjectFault(fault with { Probability = probability })));
}
