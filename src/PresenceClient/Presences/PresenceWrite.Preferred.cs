using PresenceClient.Users;

namespace PresenceClient;

public sealed partial record PresenceWrite
{
    /// <summary>
    /// Creates a write that sets one of the six preferred presences, like
    /// <see cref="PreferredPresenceClient.SetAsync(PreferredPresence, TimeSpan?, CancellationToken)"/>:
    /// <c>POST /users/{id}/presence/setUserPreferredPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="presence">The preferred presence.</param>
    /// <param name="duration">
    /// The duration, more than zero; null for the service's default: one day for Busy and DoNotDisturb, seven days for
    /// the others.
    /// </param>
    /// <remarks>
    /// Other users don't necessarily see the presence after a success. See <see cref="PreferredPresenceClient"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not an object id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The presence is not one of the six, or the duration is not more
    /// than zero.</exception>
    public static PresenceWrite SetPreferred(string userId, PreferredPresence presence, TimeSpan? duration = null) =>
        SetPreferred(userId, PresencePair.Of(presence), duration);

    /// <summary>
    /// Creates a write that sets any pair as the preferred presence, including pairs that Microsoft adds later.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="duration">The duration, more than zero; null for the service's default.</param>
    /// <remarks>
    /// The service validates it: <c>POST /users/{id}/presence/setUserPreferredPresence</c>. Other users don't
    /// necessarily see the presence after a success. See <see cref="PreferredPresenceClient"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not an object id, or the availability or the activity is null,
    /// blank or not valid Unicode.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not more than zero.</exception>
    public static PresenceWrite SetPreferred(
        string userId, string availability, string activity, TimeSpan? duration = null) =>
        SetPreferred(userId, PresencePair.Of(availability, activity), duration);

    /// <summary>
    /// Creates a write that clears the preferred presence, like <see cref="PreferredPresenceClient.ClearAsync"/>:
    /// <c>POST /users/{id}/presence/clearUserPreferredPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <remarks>Without a preferred presence it has no effect.</remarks>
    /// <exception cref="ArgumentException">The id is not an object id.</exception>
    public static PresenceWrite ClearPreferred(string userId) =>
        new(userId, PresenceWriteKind.ClearPreferred, new ClearPreferred());

    private static PresenceWrite SetPreferred(string userId, PresencePair pair, TimeSpan? duration) =>
        new(userId, PresenceWriteKind.SetPreferred, new SetPreferred(pair, duration));
}
