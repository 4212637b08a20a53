using System.Text.Json.Serialization;

namespace PresenceClient.Cli;

/// <summary>A person with the presence, for other programs.</summary>
internal sealed record PresenceEntry : PresenceState
{
    public PresenceEntry(PresenceRow row)
        : base(row.Presence)
    {
        Id = row.User.Id;
        DisplayName = row.User.DisplayName;
        UserPrincipalName = row.User.UserPrincipalName;
    }

    [JsonPropertyOrder(-1)]
    public string Id { get; }

    [JsonPropertyOrder(-1)]
    public string? DisplayName { get; }

    [JsonPropertyOrder(-1)]
    public string? UserPrincipalName { get; }
}
