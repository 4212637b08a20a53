using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

// What the user's Teams clients show. A client keeps its session alive by itself, so what it shows neither fades nor
// expires; it stays until it shows something else or ends. Of several clients, the highest state is seen.
public sealed partial class EmulatedUser
{
    /// <summary>Uses Teams: <c>Available</c>. Opens the client, hangs up, stops presenting, comes back.</summary>
    /// <param name="device">What Teams runs on.</param>
    public void BecomeAvailable(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.Available, device);

    /// <summary>Is in a call of two: <c>Busy</c>, <c>InACall</c>.</summary>
    /// <param name="device">What Teams runs on.</param>
    public void JoinCall(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.InACall, device);

    /// <summary>Is in a call of many, such as a meeting held online: <c>Busy</c>, <c>InAConferenceCall</c>.</summary>
    /// <param name="device">What Teams runs on.</param>
    public void JoinConferenceCall(TeamsDevice device = TeamsDevice.Desktop) =>
        Show(EmulatedPair.InAConferenceCall, device);

    /// <summary>Shares the screen: <c>DoNotDisturb</c>, <c>Presenting</c>.</summary>
    /// <param name="device">What Teams runs on.</param>
    public void StartPresenting(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.Presenting, device);

    /// <summary>
    /// Begins the focus time that the calendar planned: <c>DoNotDisturb</c>, or as
    /// <see cref="PresenceEmulatorOptions.FocusingIsAnActivity"/> says.
    /// </summary>
    /// <param name="device">What Teams runs on.</param>
    public void StartFocusing(TeamsDevice device = TeamsDevice.Desktop) => Show(
        _tenant.Options.FocusingIsAnActivity ? EmulatedPair.Focusing : EmulatedPair.DoNotDisturb, device);

    /// <summary>Leaves the device alone, or locks it: <c>Away</c>.</summary>
    /// <param name="device">What Teams runs on.</param>
    public void GoAway(TeamsDevice device = TeamsDevice.Desktop) => Show(EmulatedPair.Away, device);

    /// <summary>Lets a Teams client show any state.</summary>
    /// <param name="availability">The availability in the service's spelling, such as <c>Busy</c>.</param>
    /// <param name="activity">The activity in the service's spelling, such as <c>InAMeeting</c>.</param>
    /// <param name="device">What Teams runs on.</param>
    /// <exception cref="ArgumentException">A value is none that a Teams client shows.</exception>
    public void SetTeamsClient(
        string availability, string activity, TeamsDevice device = TeamsDevice.Desktop) =>
        Show(PresenceVocabulary.TeamsPair(availability, activity), device);

    /// <summary>Closes all of the user's Teams clients, whose sessions end.</summary>
    /// <returns>False if there was none.</returns>
    public bool EndTeamsClient() => Do(presence => presence.EndSessions(SessionKind.TeamsClient));

    /// <summary>Closes one of the user's Teams clients, whose session ends.</summary>
    /// <param name="device">What Teams runs on.</param>
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
