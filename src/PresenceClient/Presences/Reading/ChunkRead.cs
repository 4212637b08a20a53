using PresenceClient.Diagnostics;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Presences;

/// <summary>Reads the presences of up to 650 users with one request and the pages of its answer.</summary>
internal static class ChunkRead
{
    /// <summary>The most ids that the service accepts in one request.</summary>
    public const int Limit = 650;

    /// <summary>Reads a chunk and ends it. Presences that were read before a failure are kept.</summary>
    /// <param name="context">The context of the client.</param>
    /// <param name="chunk">The chunk, which receives the results.</param>
    /// <param name="onThrottled">Called for each 429 answer; can be null.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task ReadAsync(
        ClientContext context, Chunk chunk, Action? onThrottled, CancellationToken cancellationToken)
    {
        var ids = new IdPlaces(chunk.Ids);
        BodyReader<(string? NextLink, bool IsNew)> read = (utf8, failures) =>
        {
            Page<PresenceEntries> page = PageReader.ReadPresences(utf8, ids);
            return (page.NextLink, chunk.Take(page.Items, failures));
        };
        bool complete = false;
        try
        {
            await SendAsync(context, chunk.Ids, read, onThrottled, lane: null, cancellationToken)
                .ConfigureAwait(false);
            chunk.End(failure: null);
            complete = true;
        }
        catch (PresenceException e)
        {
            chunk.End(e);
            throw;
        }
        finally
        {
            BulkMetrics.Ended(chunk.Ids.Length, chunk.Found, complete ? chunk.Missing.Length : null);
        }
    }

    /// <summary>Sends a request, and passes each page of the answer to a reader.</summary>
    /// <param name="context">The context of the client.</param>
    /// <param name="ids">The ids, 1 to <see cref="Limit"/>, without duplicates.</param>
    /// <param name="read">
    /// Reads a page. Returns the address of the next page, and whether the page has new entries.
    /// </param>
    /// <param name="onThrottled">Called for each 429 answer; can be null.</param>
    /// <param name="lane">The gate's lane for a watch; null for other reads.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task SendAsync(
        ClientContext context,
        ReadOnlyMemory<string> ids,
        BodyReader<(string? NextLink, bool IsNew)> read,
        Action? onThrottled,
        BackgroundLane? lane,
        CancellationToken cancellationToken)
    {
        var first = new GraphCall(
            GraphOperations.GetPresencesByUserId,
            context.Requests.For(GraphOperations.GetPresencesByUserId, () => new IdListStream(ids)))
        {
            OnThrottled = onThrottled,
            Lane = lane,
            Time = context.Pipeline.StartTime(),
        };
        var pages = new GraphPages(context.Endpoint, mostWithoutNews: 0);
        for (GraphCall? next = first; next is { } call;)
        {
            (string? nextLink, bool isNew) =
                await context.Pipeline.SendAsync(call, read, cancellationToken).ConfigureAwait(false);
            next = pages.After(call, nextLink, isNew);
        }
    }
}
