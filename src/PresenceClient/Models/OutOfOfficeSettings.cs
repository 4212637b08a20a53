namespace PresenceClient;

/// <summary>Whether a user is out of office, and what the automatic reply says.</summary>
/// <remarks>
/// The dependable sign of an absence: the activity does not always say it. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/outofofficesettings">outOfOfficeSettings</see>.
/// </remarks>
public sealed record OutOfOfficeSettings
{
    internal static readonly OutOfOfficeSettings NotOutOfOffice = new();

    /// <summary>Whether the user is out of office now; false when the service says nothing.</summary>
    public bool IsOutOfOffice { get; init; }

    /// <summary>The automatic reply, or null. Whether it is text or HTML is not documented.</summary>
    public string? Message { get; init; }
}
