using PresenceClient.Emulator.Faults;
using PresenceClient.Emulator.Limits;
using PresenceClient.Emulator.Requests;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// The state of the service in addition to the tenant's data: recorded requests, request counts and injected faults.
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
