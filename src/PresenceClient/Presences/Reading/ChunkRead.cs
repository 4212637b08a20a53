using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Diagnostics;
using PresenceClient.Generated.Models;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Presences;

/// <summary>One request for the presences of up to 650 users, and the pages that answer it.</summary>
internal static class ChunkRead
{
    /// <summary>The most ids that the service takes in one request.</summary>
    public const int Limit = 650;

    /// <summary>Reads a chunk, and ends it. What was found before a failure stays found.</summary>
    /// <param name="pipeline">The pipeline to send through.</param>
    /// <param name="chunk">The chunk, which gets the results.</param>
    /// <param name="onThrottled">Called for each answer that throttles (429); may be null.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task ReadAsync(
        GraphPipeline pipeline, Chunk chunk, Action? onThrottled, CancellationToken cancellationToken)
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
            await SendAsync(pipeline, chunk.Ids, read, onThrottled, lane: null, cancellationToken)
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

    /// <summary>Sends a request, and has each page of the answer read.</summary>
    /// <param name="pipeline">The pipeline to send through.</param>
    /// <param name="ids">The ids, from 1 to <see cref="Limit"/>, each once.</param>
    /// <param name="read">Reads a page, and returns the address of the next one, and whether the page has news.</param>
    /// <param name="onThrottled">Called for each answer that throttles (429); may be null.</param>
    /// <param name="lane">The lane of a watch at the gate; null for others.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task SendAsync(
        GraphPipeline pipeline,
        ReadOnlyMemory<string> ids,
        BodyReader<(string? NextLink, bool IsNew)> read,
        Action? onThrottled,
        SweepLane? lane,
        CancellationToken cancellationToken)
    {
        var first = new GraphCall(GraphOperations.GetPresencesByUserId, () => CreateRequest(pipeline, ids))
        {
            OnThrottled = onThrottled,
            Lane = lane,
            Time = pipeline.StartTime(),
        };
        var pages = new GraphPages(pipeline.Endpoint, mostWithoutNews: 0);
        for (GraphCall? next = first; next is { } call;)
        {
            (string? nextLink, bool isNew) =
                await pipeline.SendAsync(call, read, cancellationToken).ConfigureAwait(false);
            next = pages.After(call, nextLink, isNew);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "It holds nothing; the request owns it.")]
    private static RequestInformation CreateRequest(GraphPipeline pipeline, ReadOnlyMemory<string> ids)
    {
        RequestInformation request = pipeline.Api.Communications.GetPresencesByUserId
            .ToPostRequestInformation(new GetPresencesByUserIdBody { Ids = [] });

        // Kiota's writer rents 128 KB even for this body. Without this, only its finalizer would return them.
        request.Content.Dispose();
        request.SetStreamContent(new IdListStream(ids), "application/json");
        return request;
    }
}
