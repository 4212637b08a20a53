namespace PresenceService.Load;

/// <summary>What people see of a user.</summary>
internal readonly record struct Shown(string? Availability, string? Activity);
