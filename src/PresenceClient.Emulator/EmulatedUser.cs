namespace PresenceClient.Emulator;

/// <summary>
/// A person of the emulated tenant, and what that person does outside Graph: use Teams, go out of office, plan a day.
/// Members are safe to call from any thread; what they do is seen by the next read.
/// </summary>
public sealed class EmulatedUser
{
    internal const string TeamsClientKey = "Teams";

    private readonly Tenant _tenant;

    internal EmulatedUser(Tenant tenant, int number, Guid objectId, string displayName, string userPrincipalName)
    {
        _tenant = tenant;
        Number = number;
        ObjectId = objectId;
        DisplayName = displayName;
        UserPrincipalName = userPrincipalName;
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

    /// <summary>The place among the tenant's people, from zero.</summary>
    internal int Number { get; }

    /// <summary>
    /// Lets the user's Teams client show a state. A Teams client keeps its session alive by itself, so the state
    /// neither fades nor expires; it stays until it is set again or the client ends.
    /// </summary>
    /// <param name="availability">The availability in the service's spelling, such as <c>Busy</c>.</param>
    /// <param name="activity">The activity in the service's spelling, such as <c>InAMeeting</c>.</param>
    /// <exception cref="ArgumentException">A value is none that a Teams client shows.</exception>
    public void SetTeamsClient(string availability, string activity)
    {
        PresencePair pair = PresenceVocabulary.TeamsPair(availability, activity);
        Do(presence => presence.SetSession(SessionKind.TeamsClient, TeamsClientKey, pair));
    }

    /// <summary>Closes the user's Teams client, whose session ends.</summary>
    /// <returns>False if there was none.</returns>
    public bool EndTeamsClient() => Do(presence => presence.EndSession(SessionKind.TeamsClient, TeamsClientKey));

    /// <summary>
    /// Switches the user's automatic replies on, which makes the user out of office until they are off.
    /// </summary>
    /// <param name="message">The automatic reply; null for none.</param>
    public void SetOutOfOffice(string? message = null) =>
        Do(presence => presence.SetOutOfOffice(new OutOfOffice(message)));

    /// <summary>Switches the user's automatic replies off.</summary>
    public void ClearOutOfOffice() => Do(presence => presence.SetOutOfOffice(null));

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
        Do(presence => presence.SetLocation(new WorkLocation(WorkLocation.Scheduled, type, placeId)));
    }

    /// <summary>Takes the place of work out of the user's calendar.</summary>
    public void ClearScheduledLocation() => Do(presence => presence.ClearLocation(WorkLocation.Scheduled));

    /// <summary>Gives the display name and the sign-in name.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() => $"{DisplayName} <{UserPrincipalName}>";

    internal void SetStatusMessage(string content) => Do(presence => presence.SetStatus(content));

    private void Do(Action<PresenceState> act)
    {
        TenantState state = _tenant.State;
        state.PresenceOf(this).Change(state.Now, act);
    }

    private bool Do(Func<PresenceState, bool> act)
    {
        TenantState state = _tenant.State;
        return state.PresenceOf(this).Change(state.Now, act);
    }
}
