using PresenceClient.Users;

namespace PresenceClient;

public sealed partial record PresenceWrite
{
    /// <summary>
    /// Sets the status message, as <see cref="StatusMessageClient.SetAsync"/> does:
    /// <c>POST /users/{id}/presence/setStatusMessage</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="text">The plain text, not empty. No longest length is documented.</param>
    /// <param name="expiresAt">
    /// When the message expires; it is sent in UTC. Null, or a time in the year 9999, for a message that doesn't
    /// expire. <c>WriteAsync</c> refuses a moment in the past, by the clock of the client that it belongs to.
    /// </param>
    /// <remarks>A success does not mean that people see it yet; see <see cref="StatusMessageClient"/>.</remarks>
    /// <exception cref="ArgumentException">The id is no object id, or the text is null, empty or cut within a
    /// character.</exception>
    public static PresenceWrite SetStatusMessage(string userId, string text, DateTimeOffset? expiresAt = null) =>
        new(userId, PresenceWriteKind.SetStatusMessage, new SetStatusMessage(text, expiresAt));

    /// <summary>
    /// Removes the status message, by setting an empty one, as <see cref="StatusMessageClient.ClearAsync"/> does:
    /// <c>POST /users/{id}/presence/setStatusMessage</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <exception cref="ArgumentException">The id is no object id.</exception>
    public static PresenceWrite ClearStatusMessage(string userId) =>
        new(userId, PresenceWriteKind.ClearStatusMessage, Users.SetStatusMessage.Removal);
}
