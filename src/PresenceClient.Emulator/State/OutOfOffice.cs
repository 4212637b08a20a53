namespace PresenceClient.Emulator;

/// <summary>That a user is out of office, and what the automatic reply says.</summary>
internal sealed record OutOfOffice(string? Message);
