namespace PresenceService.Load;

/// <summary>The presence that others see.</summary>
internal readonly record struct Shown(string? Availability, string? Activity);
