using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

// The states of the user's Teams clients. A client keeps its session alive, so its state neither fades nor expires; it
// stays until the client shows another one or ends. Of several clients, the highest state is visible.
public sealed partial class EmulatedUser
{
    /// <summary>Uses Teams: <c>Available</c>.</summary>
    /// <param name="device">The device.</param>
    /// <remarks>Opens the client, ends a call or presentation, or comes back.</remarks>
    public void BecomeAvailable(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.Available, device);

    /// <summary>Joins a call with another person: <c>Busy</c>, <c>InACall</c>.</summary>
    /// <param name="device">The device.</param>
    public void JoinCall(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.InACall, device);

    /// <summary>
    /// Joins a call with several people, for example an online meeting: <c>Busy</c>, <c>InAConferenceCall</c>.
    /// </summary>
    /// <param name="device">The device.</param>
    public void JoinConferenceCall(TeamsDevice device = TeamsDevice.Desktop) =>
        Show(EmulatedPair.InAConferenceCall, device);

    /// <summary>Shares the screen: <c>DoNotDisturb</c>, <c>Presenting</c>.</summary>
    /// <param name="device">The device.</param>
    public void StartPresenting(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.Presenting, device);

    /// <summary>
    /// Begins the focus time of the calendar: <c>DoNotDisturb</c>, or the state that
    /// <see cref="PresenceEmulatorOptions.FocusingIsAnActivity"/> selects.
    /// </summary>
    /// <param name="device">The device.</param>
    public void StartFocusing(TeamsDevice device = TeamsDevice.Desktop) => Show(
        _tenant.Options.FocusingIsAnActivity ? EmulatedPair.Focusing : EmulatedPair.DoNotDisturb, device);

    /// <summary>Leaves or locks the device: <c>Away</c>.</summary>
    /// <param name="device">The device.</param>
    public void GoAway(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.Away, device);

    /// <summary>Shows any state in a Teams client.</summary>
    /// <param name="availability">The availability in the service's spelling, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity in the service's spelling, for example <c>InAMeeting</c>.</param>
    /// <param name="device">The device.</param>
    /// <exception cref="ArgumentException">A Teams client does not show the value.</exception>
    public void SetTeamsClient(
        string availability, string activity, TeamsDevice device = TeamsDevice.Desktop) =>
        Show(PresenceVocabulary.TeamsPair(availability, activity), device);

    /// <summary>Closes all Teams clients of the user, which ends their sessions.</summary>
    /// <returns>False if there was none.</returns>
    public bool EndTeamsClient() => Do(presence => presence.EndSessions(SessionKind.TeamsClient));

    /// <summary>Closes one Teams client of the user, which ends its session.</summary>
    /// <param name="device">The device.</param>
    /// <returns>False if it was not open.</returns>
    public bool EndTeamsClient(TeamsDevice device)
    {
        string key = PresenceSession.KeyOf(device);
        return Do(presence => presence.EndSession(SessionKind.TeamsClient, key));
    }

    private void Show(EmulatedPair pair, TeamsDevice device)
    {
        string key = PresenceSession.KeyOf(device);
        Do(presence => presence.SetSession(SessionKind.TeamsClient, key, pair));
    }
}
