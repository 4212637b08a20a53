using System.Text.Json;
using System.Text.Json.Serialization;

namespace PresenceClient.AspNetCore.Events;

/// <summary>The data of <c>initial</c> and <c>change</c>.</summary>
/// <param name="Reset">Whether the users replace everything that the page has.</param>
/// <param name="Users">The users.</param>
internal sealed record UsersData(bool Reset, IReadOnlyList<UserData> Users);

/// <summary>A user in an event. Parts that the host does not send are null, and left out.</summary>
internal sealed record UserData(string Id, PresenceChangeKind Kind, DateTimeOffset Since)
{
    public string? Availability { get; init; }

    public string? Activity { get; init; }

    public PresenceStatusMessage? StatusMessage { get; init; }

    public OutOfOfficeSettings? OutOfOffice { get; init; }

    public UserWorkLocation? WorkLocation { get; init; }
}

/// <summary>The data of <c>status</c>; the counts are of the users of the stream.</summary>
internal sealed record StatusData(int Users, int NotReadUsers, int StaleUsers, double IntervalSeconds)
{
    public DateTimeOffset? LastSweepStartedAt { get; init; }

    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>What is wrong, in one word, without a text of the service.</summary>
    public string? Trouble { get; init; }
}

/// <summary>The data of <c>beat</c>.</summary>
internal sealed record BeatData(DateTimeOffset At);

/// <summary>The generated serializer of the events.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BeatData))]
[JsonSerializable(typeof(StatusData))]
[JsonSerializable(typeof(UsersData))]
internal sealed partial class EventJson : JsonSerializerContext;
