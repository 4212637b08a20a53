namespace PresenceClient.Presences.Watching;

/// <summary>When the state of a user was learnt, and how.</summary>
/// <param name="Order">Grows with each read that begins and with each report.</param>
/// <param name="Since">When the read began; of a report, when its state was observed.</param>
/// <param name="ReadAt">When the answer had been read; of a report, when its state was observed.</param>
/// <param name="IsReport">Whether it was reported, not read.</param>
internal readonly record struct Observation(
    long Order, DateTimeOffset Since, DateTimeOffset ReadAt, bool IsReport = false);
