namespace PresenceClient.Presences.Watching;

/// <summary>When the state of a user was observed, and how.</summary>
/// <param name="Order">A number that grows with each report and each read that begins.</param>
/// <param name="Since">When the read began; for a report, when its state was observed.</param>
/// <param name="ReadAt">When the answer was read; for a report, when its state was observed.</param>
/// <param name="IsReport">Whether the state was reported instead of read.</param>
internal readonly record struct Observation(
    long Order, DateTimeOffset Since, DateTimeOffset ReadAt, bool IsReport = false);
