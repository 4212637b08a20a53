using PresenceClient.Users;

namespace PresenceClient;

public sealed partial record PresenceWrite
{
    /// <summary>
    /// Prefers one of the six legal states, as <see cref="PreferredPresenceClient.SetAsync(PreferredPresence,
    /// TimeSpan?, CancellationToken)"/> does: <c>POST /users/{id}/presence/setUserPreferredPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="presence">The state.</param>
    /// <param name="duration">
    /// How long to prefer it, more than zero; null for the service's default: one day for Busy and DoNotDisturb, seven
    /// days for the others.
    /// </param>
    /// <remarks>A success does not mean that people see it; see <see cref="PreferredPresenceClient"/>.</remarks>
    /// <exception cref="ArgumentException">The id is no object id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is none of the six, or the duration not above
    /// zero.</exception>
    public static PresenceWrite SetPreferred(string userId, PreferredPresence presence, TimeSpan? duration = null) =>
        SetPreferred(userId, PresencePair.Of(presence), duration);

    /// <summary>
    /// Prefers any pair, for pairs that Microsoft adds later; the service decides whether it is legal:
    /// <c>POST /users/{id}/presence/setUserPreferredPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="duration">How long to prefer it, more than zero; null for the service's default.</param>
    /// <remarks>A success does not mean that people see it; see <see cref="PreferredPresenceClient"/>.</remarks>
    /// <exception cref="ArgumentException">The id is not an object id, or the availability or the activity is null,
    /// blank or not valid Unicode.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not more than zero.</exception>
    public static PresenceWrite SetPreferred(
        string userId, string availability, string activity, TimeSpan? duration = null) =>
        SetPreferred(userId, PresencePair.Of(availability, activity), duration);

    /// <summary>
    /// Drops the preference, as <see cref="PreferredPresenceClient.ClearAsync"/> does:
    /// <c>POST /users/{id}/presence/clearUserPreferredPresence</c>. Where there is none, nothing happens.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <exception cref="ArgumentException">The id is no object id.</exception>
    public static PresenceWrite ClearPreferred(string userId) =>
        new(userId, PresenceWriteKind.ClearPreferred, new ClearPreferred());

    private static PresenceWrite SetPreferred(string userId, PresencePair pair, TimeSpan? duration) =>
        new(userId, PresenceWriteKind.SetPreferred, new SetPreferred(pair, duration));
}
