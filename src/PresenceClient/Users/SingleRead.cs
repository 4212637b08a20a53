using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Users;

/// <summary>Reads one presence.</summary>
internal static class SingleRead
{
    /// <summary>Reads the presence of a user by id, or of the signed-in user.</summary>
    /// <param name="pipeline">The pipeline to send through.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The object id, which is checked here; null for the signed-in user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<UserPresence> GetAsync(
        GraphPipeline pipeline, GraphOperation operation, string? id, CancellationToken cancellationToken)
    {
        string address = pipeline.AddressOf(operation, id is null ? null : UserId.RequireObjectId(id));
        return pipeline.SendAsync(
            new GraphCall(operation, () => pipeline.Writing.Create(operation, address)),
            (utf8, _) => id is null ? PresenceReader.ReadOne(utf8) : PresenceReader.ReadOne(utf8, id),
            cancellationToken);
    }
}
