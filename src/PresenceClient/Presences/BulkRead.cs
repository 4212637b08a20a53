using System.Net;
using PresenceClient.Http;

namespace PresenceClient.Presences;

/// <summary>One bulk read: sends the ids, follows pages, and puts the answers in the order asked.</summary>
internal sealed class BulkRead(GraphPipeline pipeline, string[] ids)
{
    private readonly UserPresence?[] _found = new UserPresence?[ids.Length];

    public async Task<PresenceReadResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ChunkRead.ReadAsync(pipeline, ids, _found, onThrottled: null, cancellationToken)
                .ConfigureAwait(false);
            return new PresenceReadResult(_found.OfType<UserPresence>(), Lacking());
        }
        catch (PresenceException e) when (!IsRefusal(e))
        {
            string[] lacking = Lacking();
            throw new PresenceIncompleteException(
                $"The presence of {lacking.Length} of {ids.Length} users could not be read: {e.Message}",
                new PresenceReadResult(
                    _found.OfType<UserPresence>(), failures: [new PresenceReadFailure(lacking, e)]), e);
        }
    }

    // The whole request is wrong, or nobody may read: what the caller must mend, not a part that is lacking.
    private static bool IsRefusal(PresenceException e) =>
        e is PresenceAuthenticationException or PresenceAccessDeniedException
            || e.StatusCode == HttpStatusCode.BadRequest;

    private string[] Lacking() => [.. ids.Where((_, place) => _found[place] is null)];
}
