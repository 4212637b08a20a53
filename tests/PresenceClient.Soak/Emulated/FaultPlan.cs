namespace PresenceClient.Soak.Emulated;

/// <summary>Faults that differ between the modes.</summary>
/// <param name="LongestRetryAfter">The longest wait that a 429 asks for.</param>
/// <param name="DelaysWrites">Whether some writes are visible later.</param>
internal sealed record FaultPlan(TimeSpan LongestRetryAfter, bool DelaysWrites);
