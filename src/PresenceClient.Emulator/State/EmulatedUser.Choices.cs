using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

// What the user chooses in Teams to show, beside what the clients find out.
public sealed partial class EmulatedUser
{
    /// <summary>
    /// Chooses a state in Teams, which people see in place of all others, as long as the user has any session. It is
    /// the same preferred presence that Graph sets and clears.
    /// </summary>
    /// <param name="availability">
    /// <c>Available</c>, <c>Busy</c>, <c>DoNotDisturb</c>, <c>BeRightBack</c>, <c>Away</c> or <c>Offline</c>.
    /// </param>
    /// <param name="duration">
    /// For how long, more than zero; null for Graph's usual time: one day for Busy and DoNotDisturb, seven for others.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The availability is none of the six, or the duration is not more than zero.
    /// </exception>
    public void PreferPresence(string availability, TimeSpan? duration = null)
    {
        EmulatedPair pair = PresenceVocabulary.PreferredPair(availability);
        if (duration is { } length)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero, nameof(duration));
        }
        Do(presence => presence.Prefer(pair, duration));
    }

    /// <summary>
    /// Chooses "Appear offline" in Teams: <c>Offline</c>, <c>OffWork</c>, whatever sessions say.
    /// </summary>
    /// <param name="duration">For how long, more than zero; null for seven days.</param>
    /// <exception cref="ArgumentException">The duration is not more than zero.</exception>
    public void AppearOffline(TimeSpan? duration = null) => PreferPresence("Offline", duration);

    /// <summary>Resets the status in Teams: sessions show again.</summary>
    public void ClearPreferredPresence() => Do(presence => presence.ClearPreference());

    /// <summary>Writes a status message in Teams.</summary>
    /// <param name="message">The text; an empty one takes the last message away.</param>
    /// <param name="expiresAt">When it expires; null, or any time in the year 9999 (UTC), for never.</param>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    public void SetStatusMessage(string message, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        Do(presence => presence.SetStatus(message, expiresAt?.UtcDateTime));
    }
}
