namespace PresenceClient.Emulator.State;

/// <summary>That a user is out of office, and what the automatic reply says.</summary>
internal sealed record OutOfOffice(string? Message)
{
    /// <summary>What an event of the calendar alone makes of somebody.</summary>
    public static readonly OutOfOffice Silent = new((string?)null);
}
