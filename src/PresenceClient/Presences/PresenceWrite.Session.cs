using PresenceClient.Users;

namespace PresenceClient;

public sealed partial record PresenceWrite
{
    /// <summary>
    /// Creates a write that sets the application's session to one of the five session states, like
    /// <see cref="SessionClient.SetAsync(SessionPresence, TimeSpan?, CancellationToken)"/>:
    /// <c>POST /users/{id}/presence/setPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="presence">The session state.</param>
    /// <param name="duration">
    /// The duration of the session, 5 minutes to 4 hours; null for the service's default, 5 minutes.
    /// </param>
    /// <remarks>
    /// Other users don't necessarily see the presence after a success. See <see cref="SessionClient"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not an object id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is not one of the five, or the duration is out of
    /// range.</exception>
    public static PresenceWrite SetSession(string userId, SessionPresence presence, TimeSpan? duration = null) =>
        SetSession(userId, PresencePair.Of(presence), duration);

    /// <summary>
    /// Creates a write that sets the application's session to any pair, including pairs that Microsoft adds later.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="duration">
    /// The duration of the session, 5 minutes to 4 hours; null for the service's default, 5 minutes.
    /// </param>
    /// <remarks>
    /// The service validates it: <c>POST /users/{id}/presence/setPresence</c>. Other users don't necessarily see the
    /// presence after a success. See <see cref="SessionClient"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not an object id, or the availability or the activity is null,
    /// blank or not valid Unicode.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is out of range.</exception>
    public static PresenceWrite SetSession(
        string userId, string availability, string activity, TimeSpan? duration = null) =>
        SetSession(userId, PresencePair.Of(availability, activity), duration);

    /// <summary>
    /// Creates a write that ends the application's session, like <see cref="SessionClient.ClearAsync"/>:
    /// <c>POST /users/{id}/presence/clearPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <remarks>It also succeeds without a session.</remarks>
    /// <exception cref="ArgumentException">The id is not an object id.</exception>
    public static PresenceWrite ClearSession(string userId) =>
        new(userId, PresenceWriteKind.ClearSession, new ClearSession());

    private static PresenceWrite SetSession(string userId, PresencePair pair, TimeSpan? duration) =>
        new(userId, PresenceWriteKind.SetSession, new SetSession(pair, duration));
}
