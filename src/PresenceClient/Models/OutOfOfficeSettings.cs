namespace PresenceClient;

/// <summary>The out-of-office state of a user, with the automatic reply.</summary>
/// <remarks>
/// The reliable signal for an absence; the activity does not always show it. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/outofofficesettings">outOfOfficeSettings</see>.
/// </remarks>
public sealed record OutOfOfficeSettings
{
    internal static readonly OutOfOfficeSettings NotOutOfOffice = new();

    /// <summary>Whether the user is out of office now; false if the service does not return the property.</summary>
    public bool IsOutOfOffice { get; init; }

    /// <summary>The automatic reply, or null.</summary>
    /// <remarks>Microsoft does not document whether it is text or HTML.</remarks>
    public string? Message { get; init; }
}
