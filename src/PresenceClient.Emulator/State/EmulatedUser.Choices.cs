using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

// The states that the user chooses in Teams, in addition to those that the clients detect.
public sealed partial class EmulatedUser
{
    /// <summary>Chooses a state in Teams.</summary>
    /// <param name="availability">
    /// <c>Available</c>, <c>Busy</c>, <c>DoNotDisturb</c>, <c>BeRightBack</c>, <c>Away</c> or <c>Offline</c>.
    /// </param>
    /// <param name="duration">
    /// The duration, more than zero; null for Graph's default: one day for Busy and DoNotDisturb, seven days for the
    /// others.
    /// </param>
    /// <remarks>
    /// It is visible in place of all others while the user has a session. It is the same preferred presence that Graph
    /// sets and clears.
    /// </remarks>
    /// <exception cref="ArgumentException">The availability is not one of the six, or the duration is not more than
    /// zero.</exception>
    public void PreferPresence(string availability, TimeSpan? duration = null)
    {
        EmulatedPair pair = PresenceVocabulary.PreferredPair(availability);
        if (duration is { } length)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero, nameof(duration));
        }

        Do(presence => presence.Prefer(pair, duration));
    }

    /// <summary>Chooses "Appear offline" in Teams: <c>Offline</c>, <c>OffWork</c>, regardless of sessions.</summary>
    /// <param name="duration">The duration, more than zero; null for seven days.</param>
    /// <exception cref="ArgumentException">The duration is not more than zero.</exception>
    public void AppearOffline(TimeSpan? duration = null) => PreferPresence("Offline", duration);

    /// <summary>Resets the status in Teams, so that sessions are visible again.</summary>
    public void ClearPreferredPresence() => Do(presence => presence.ClearPreference());

    /// <summary>Sets a status message in Teams.</summary>
    /// <param name="message">The text; an empty text removes the message.</param>
    /// <param name="expiresAt">The expiry; null, or a time in the year 9999 (UTC), for never.</param>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    public void SetStatusMessage(string message, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        Do(presence => presence.SetStatus(message, expiresAt?.UtcDateTime));
    }
}
