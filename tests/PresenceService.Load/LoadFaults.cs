using PresenceClient.Emulator;
using PresenceService.Hosting;

namespace PresenceService.Load;

/// <summary>
/// The faults of each tenant, drawn by its seed: one request in twelve fails, and many answers are slow, so their
/// content can be outdated when they arrive.
/// </summary>
internal static class LoadFaults
{
    private static readonly EmulatorFault[] Faults =
    [
        EmulatorFault.Throttle(TimeSpan.FromMilliseconds(50)) with { Probability = 0.02 },
        EmulatorFault.Status(503, "0.05") with { Probability = 0.02 },
        EmulatorFault.DropConnection() with { Probability = 0.01 },
        EmulatorFault.DropConnection(afterWork: true) with { Probability = 0.01 },
        EmulatorFault.Truncate(bytes: 20) with { Probability = 0.02 },
        EmulatorFault.Slow(TimeSpan.FromMilliseconds(30)) with { Probability = 0.3 },
    ];

    public static void Inject(EmulatedTenants tenants)
    {
        foreach ((_, PresenceEmulator emulator) in tenants.All)
        {
            foreach (EmulatorFault fault in Faults)
            {
                emulator.InjectFault(fault);
            }
        }
    }
}
