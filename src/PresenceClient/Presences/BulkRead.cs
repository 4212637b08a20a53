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
        try
        {
            return Arrange(await ReadAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (PresenceException e) when (!IsRefusal(e))
        {
            throw new PresenceIncompleteException(
                $"The presence of {ids.Length} of {ids.Length} users could not be read: {e.Message}",
                new PresenceReadResult([], failures: [new PresenceReadFailure(ids, e)]), e);
        }
    }

    // The whole request is wrong, or nobody may read: what the caller must mend, not a part that is lacking.
    private static bool IsRefusal(PresenceException e) =>
        e is PresenceAuthenticationException or PresenceAccessDeniedException
            || e.StatusCode == HttpStatusCode.BadRequest;

    private async Task<Dictionary<string, UserPresence>> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, UserPresence> found = new(ids.Length, StringComparer.OrdinalIgnoreCase);
        GraphCall first = new(GraphOperations.GetPresencesByUserId, CreateRequest);
        await foreach (Page<UserPresence> page in pipeline.ReadPagesAsync(
            first, PageReader.ReadPresences, cancellationToken).ConfigureAwait(false))
        {
            foreach (UserPresence presence in page.Items)
            {
                found[presence.Id] = presence;
            }
        }

        return found;
    }

    private RequestInformation CreateRequest()
    {
        RequestInformation request = pipeline.Api.Communications.GetPresencesByUserId
            .ToPostRequestInformation(new GetPresencesByUserIdBody { Ids = [] });
        request.SetStreamContent(new MemoryStream(IdListWriter.Write(ids)), "application/json");
        return request;
    }

    private PresenceReadResult Arrange(Dictionary<string, UserPresence> found)
    {
        List<UserPresence> presences = new(ids.Length);
        List<string> missing = [];
        foreach (string id in ids)
        {
            if (found.TryGetValue(id, out UserPresence? presence))
            {
                presences.Add(presence);
            }
            else
            {
                missing.Add(id);
            }
        }

        return new PresenceReadResult(presences, missing);
    }
}
