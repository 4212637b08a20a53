using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Users;

/// <summary>Reads one presence.</summary>
internal static class SingleRead
{
    /// <summary>Reads the presence of a user by id, or of the signed-in user.</summary>
    /// <param name="context">The context of the client.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The object id, which is checked; null for the signed-in user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<UserPresence> GetAsync(
        ClientContext context, GraphOperation operation, string? id, CancellationToken cancellationToken)
    {
        string? checkedId = id is null ? null : UserId.RequireObjectId(id);
        return context.Pipeline.SendAsync(
            new GraphCall(operation, context.Requests.For(operation, checkedId)),
            (utf8, _) => id is null ? PresenceReader.ReadOne(utf8) : PresenceReader.ReadOne(utf8, id),
            cancellationToken);
    }
}
