using PresenceClient.Soak.Report;
using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Readers;

/// <summary>What all readers have in common.</summary>
/// <param name="Watch">The watch that they read.</param>
/// <param name="History">The oracle.</param>
/// <param name="Findings">Where the findings go.</param>
/// <param name="Time">The client's clock.</param>
/// <param name="Hurry">Cancelled when the readers must pause no longer.</param>
internal sealed record ReaderScene(
    PresenceWatch Watch, TenantHistory History, Findings Findings, TimeProvider Time, CancellationToken Hurry);
