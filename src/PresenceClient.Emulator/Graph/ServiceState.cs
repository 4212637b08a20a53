using PresenceClient.Emulator.Faults;
using PresenceClient.Emulator.Limits;
using PresenceClient.Emulator.Requests;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// What the service keeps besides the tenant's data: who asked what, how often, and what shall go wrong.
/// </summary>
internal sealed class ServiceState(PresenceEmulatorOptions options)
{
    public RequestLog Requests { get; } = new(options.RecordedRequests);

    public RequestLimits Limits { get; } = new(options);

    public FaultRules Faults { get; } = new(options.Seed);

    public void Reset()
    {
        Faults.Reset();
        Limits.Clear();
        Requests.Clear();
    }
}
