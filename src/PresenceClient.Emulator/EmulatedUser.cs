namespace PresenceClient.Emulator;

/// <summary>
/// A person of the emulated tenant, and what that person does outside Graph: use Teams, go out of office, plan a day.
/// Members are safe to call from any thread; what they do is seen by the next read.
/// </summary>
public sealed class EmulatedUser
{
    internal const string TeamsClientKey = "Teams";

    private readonly TimeProvider _clock;

    internal EmulatedUser(Guid objectId, string displayName, string userPrincipalName, TimeProvider clock)
    {
        ObjectId = objectId;
        DisplayName = displayName;
        UserPrincipalName = userPrincipalName;
        _clock = clock;
        Presence = new UserPresence(Now);
    }

    /// <summary>The object id, a GUID in lower case.</summary>
    public string Id => field ??= ObjectId.ToString();

    /// <summary>The name to show.</summary>
    public string DisplayName { get; }

    /// <summary>The sign-in name, unique in the tenant.</summary>
    public string UserPrincipalName { get; }

    /// <summary>The mail address; it is the sign-in name.</summary>
    public string Mail => UserPrincipalName;

    internal Guid ObjectId { get; }

    internal UserPresence Presence { get; }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Lets the user's Teams client show a state. A Teams client keeps its session alive by itself, so the state
    /// neither fades nor expires; it stays until it is set again or the client ends.
    /// </summary>
    /// <param name="availability">The availability in the service's spelling, such as <c>Busy</c>.</param>
    /// <param name="activity">The activity in the service's spelling, such as <c>InAMeeting</c>.</param>
    /// <exception cref="ArgumentException">A value is none that a Teams client shows.</exception>
    public void SetTeamsClient(string availability, string activity) => Presence.SetSession(
        Now, SessionKind.TeamsClient, TeamsClientKey, PresenceVocabulary.TeamsPair(availability, activity));

    /// <summary>Closes the user's Teams client, whose session ends.</summary>
    /// <returns>False if there was none.</returns>
    public bool EndTeamsClient() => Presence.EndSession(Now, SessionKind.TeamsClient, TeamsClientKey);

    /// <summary>
    /// Switches the user's automatic replies on, which makes the user out of office until they are off.
    /// </summary>
    /// <param name="message">The automatic reply; null for none.</param>
    public void SetOutOfOffice(string? message = null) => Presence.SetOutOfOffice(Now, new OutOfOffice(message));

    /// <summary>Switches the user's automatic replies off.</summary>
    public void ClearOutOfOffice() => Presence.SetOutOfOffice(Now, null);

    /// <summary>
    /// Sets what the user's calendar says about the place of work: the lowest of the three layers, below an automatic
    /// and a manual location.
    /// </summary>
    /// <param name="workLocationType"><c>office</c>, <c>remote</c> or <c>timeOff</c>.</param>
    /// <param name="placeId">The id of the place; null for none.</param>
    /// <exception cref="ArgumentException">The type is none of the three.</exception>
    public void SetScheduledLocation(string workLocationType, string? placeId = null)
    {
        ArgumentNullException.ThrowIfNull(workLocationType);
        string type = PresenceVocabulary.FindLocationType(workLocationType, ignoreCase: false)
            ?? throw new ArgumentException(
                $"'{workLocationType}' is not a work location type. Known: office, remote, timeOff.",
                nameof(workLocationType));
        Presence.SetLocation(Now, new WorkLocation(WorkLocation.Scheduled, type, placeId));
    }

    /// <summary>Takes the place of work out of the user's calendar.</summary>
    public void ClearScheduledLocation() => Presence.ClearLocation(Now, WorkLocation.Scheduled);

    /// <summary>Gives the display name and the sign-in name.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() => $"{DisplayName} <{UserPrincipalName}>";

    internal void SetStatusMessage(string content) => Presence.SetStatus(Now, content);
}
