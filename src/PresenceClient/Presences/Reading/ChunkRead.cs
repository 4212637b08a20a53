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
    /// <summary>What the service takes in one request.</summary>
    public const int Limit = 650;

    /// <summary>Reads a chunk. What was found before a failure stays found.</summary>
    /// <param name="pipeline">The pipeline to send through.</param>
    /// <param name="ids">Object ids, checked and free of duplicates, from 1 to <see cref="Limit"/>.</param>
    /// <param name="found">As long as the ids: gets the presence of each, and stays null where there is none.</param>
    /// <param name="onThrottled">Told of each answer that asks for patience; may be null.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task ReadAsync(
        GraphPipeline pipeline,
        ReadOnlyMemory<string> ids,
        Memory<UserPresence?> found,
        Action? onThrottled,
        CancellationToken cancellationToken)
    {
        GraphCall first = new(GraphOperations.GetPresencesByUserId, () => CreateRequest(pipeline, ids))
        {
            OnThrottled = onThrottled,
        };
        ChunkPlaces places = new(ids, found);
        bool complete = false;
        try
        {
            await foreach (Page<UserPresence> page in pipeline.ReadPagesAsync(
                first, utf8 => PageReader.ReadPresences(utf8, ids.Span), cancellationToken).ConfigureAwait(false))
            {
                places.Put(page.Items);
            }

            complete = true;
        }
        finally
        {
            BulkMetrics.Ended(found.Span, complete);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "It holds nothing; the request owns it.")]
    private static RequestInformation CreateRequest(GraphPipeline pipeline, ReadOnlyMemory<string> ids)
    {
        RequestInformation request = pipeline.Api.Communications.GetPresencesByUserId
            .ToPostRequestInformation(new GetPresencesByUserIdBody { Ids = [] });
        request.SetStreamContent(new IdListStream(ids), "application/json");
        return request;
    }
}
