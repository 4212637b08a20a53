using System.Net;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Generated.Models;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Presences;

/// <summary>One bulk read: sends the ids, follows pages, and puts the answers in the order asked.</summary>
internal sealed class BulkRead(GraphPipeline pipeline, string[] ids)
{
    public async Task<PresenceReadResult> RunAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, UserPresence> found = new(ids.Length, StringComparer.OrdinalIgnoreCase);
        try
        {
            await ReadAsync(found, cancellationToken).ConfigureAwait(false);
            return new PresenceReadResult(InOrder(found), Lacking(found));
        }
        catch (PresenceException e) when (!IsRefusal(e))
        {
            string[] lacking = Lacking(found);
            throw new PresenceIncompleteException(
                $"The presence of {lacking.Length} of {ids.Length} users could not be read: {e.Message}",
                new PresenceReadResult(InOrder(found), failures: [new PresenceReadFailure(lacking, e)]), e);
        }
    }

    // The whole request is wrong, or nobody may read: what the caller must mend, not a part that is lacking.
    private static bool IsRefusal(PresenceException e) =>
        e is PresenceAuthenticationException or PresenceAccessDeniedException
            || e.StatusCode == HttpStatusCode.BadRequest;

    private async Task ReadAsync(Dictionary<string, UserPresence> found, CancellationToken cancellationToken)
    {
        GraphCall first = new(GraphOperations.GetPresencesByUserId, CreateRequest);
        await foreach (Page<UserPresence> page in pipeline.ReadPagesAsync(
            first, PageReader.ReadPresences, cancellationToken).ConfigureAwait(false))
        {
            foreach (UserPresence presence in page.Items)
            {
                found[presence.Id] = presence;
            }
        }
    }

    private RequestInformation CreateRequest()
    {
        RequestInformation request = pipeline.Api.Communications.GetPresencesByUserId
            .ToPostRequestInformation(new GetPresencesByUserIdBody { Ids = [] });
        request.SetStreamContent(new MemoryStream(IdListWriter.Write(ids)), "application/json");
        return request;
    }

    private IEnumerable<UserPresence> InOrder(Dictionary<string, UserPresence> found) =>
        ids.Where(found.ContainsKey).Select(id => found[id]);

    private string[] Lacking(Dictionary<string, UserPresence> found) =>
        [.. ids.Where(id => !found.ContainsKey(id))];
}
