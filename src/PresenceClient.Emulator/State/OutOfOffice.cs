namespace PresenceClient.Emulator.State;

/// <summary>The out-of-office state of a user, with the automatic reply.</summary>
internal sealed record OutOfOffice(string? Message)
{
    /// <summary>The state that only a calendar event causes.</summary>
    public static readonly OutOfOffice Silent = new((string?)null);
}
