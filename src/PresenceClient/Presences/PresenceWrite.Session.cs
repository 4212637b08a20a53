using PresenceClient.Users;

namespace PresenceClient;

public sealed partial record PresenceWrite
{
    /// <summary>
    /// Sets the application's session to one of the five legal states, as <see cref="SessionClient.SetAsync(
    /// SessionPresence, TimeSpan?, CancellationToken)"/> does: <c>POST /users/{id}/presence/setPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="presence">The state.</param>
    /// <param name="duration">
    /// How long the session lasts, from 5 minutes to 4 hours; null for the service's default, 5 minutes.
    /// </param>
    /// <remarks>A success does not mean that people see it; see <see cref="SessionClient"/>.</remarks>
    /// <exception cref="ArgumentException">The id is no object id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is none of the five, or the duration too short or
    /// long.</exception>
    public static PresenceWrite SetSession(string userId, SessionPresence presence, TimeSpan? duration = null) =>
        SetSession(userId, PresencePair.Of(presence), duration);

    /// <summary>
    /// Sets the application's session to any pair, for pairs that Microsoft adds later; the service decides whether it
    /// is legal: <c>POST /users/{id}/presence/setPresence</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="duration">
    /// How long the session lasts, from 5 minutes to 4 hours; null for the service's default, 5 minutes.
    /// </param>
    /// <remarks>A success does not mean that people see it; see <see cref="SessionClient"/>.</remarks>
    /// <exception cref="ArgumentException">The id is not an object id, or the availability or the activity is null,
    /// blank or not valid Unicode.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is too short or too long.</exception>
    public static PresenceWrite SetSession(
        string userId, string availability, string activity, TimeSpan? duration = null) =>
        SetSession(userId, PresencePair.Of(availability, activity), duration);

    /// <summary>
    /// Ends the application's session, as <see cref="SessionClient.ClearAsync"/> does:
    /// <c>POST /users/{id}/presence/clearPresence</c>. Where there is none, that is a success too.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <exception cref="ArgumentException">The id is no object id.</exception>
    public static PresenceWrite ClearSession(string userId) =>
        new(userId, PresenceWriteKind.ClearSession, new ClearSession());

    private static PresenceWrite SetSession(string userId, PresencePair pair, TimeSpan? duration) =>
        new(userId, PresenceWriteKind.SetSession, new SetSession(pair, duration));
}
