using PresenceClient.Users;

namespace PresenceClient;

public sealed partial record PresenceWrite
{
    /// <summary>
    /// Creates a write that sets the status message, like <see cref="StatusMessageClient.SetAsync"/>:
    /// <c>POST /users/{id}/presence/setStatusMessage</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <param name="text">The plain text, not empty. Microsoft documents no maximum length.</param>
    /// <param name="expiresAt">
    /// The expiry, sent in UTC. Null, or a time in the year 9999, for a message that doesn't expire. <c>WriteAsync</c>
    /// throws if the expiry is in the past by the client's clock.
    /// </param>
    /// <remarks>
    /// Other users don't necessarily see the message right after a success. See <see cref="StatusMessageClient"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not an object id, or the text is null, empty or not valid
    /// Unicode.</exception>
    public static PresenceWrite SetStatusMessage(string userId, string text, DateTimeOffset? expiresAt = null) =>
        new(userId, PresenceWriteKind.SetStatusMessage, new SetStatusMessage(text, expiresAt));

    /// <summary>
    /// Creates a write that removes the status message by setting an empty one, like
    /// <see cref="StatusMessageClient.ClearAsync"/>: <c>POST /users/{id}/presence/setStatusMessage</c>.
    /// </summary>
    /// <param name="userId">The object id of the user, a GUID.</param>
    /// <exception cref="ArgumentException">The id is not an object id.</exception>
    public static PresenceWrite ClearStatusMessage(string userId) =>
        new(userId, PresenceWriteKind.ClearStatusMessage, Users.SetStatusMessage.Removal);
}
