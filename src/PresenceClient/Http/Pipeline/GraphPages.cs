using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>Follows a collection from page to page, each asked for when the one before is used up.</summary>
internal static class GraphPages
{
    public static async IAsyncEnumerable<Page<T>> ReadPagesAsync<T>(
        this GraphPipeline pipeline,
        GraphCall first,
        BodyReader<Page<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<Uri> asked = [];
        GraphCall? call = first;
        while (call is { } current)
        {
            Page<T> page = await pipeline.SendAsync(current, read, cancellationToken).ConfigureAwait(false);
            yield return page;
            call = page.NextLink is { } link
                ? current with { CreateRequest = RequestFor(Check(link, pipeline.Endpoint, current.Operation, asked)) }
                : null;
        }
    }

    // Tokens go to the endpoint alone, and pages that lead in a circle have no end.
    private static Uri Check(string link, GraphEndpoint endpoint, GraphOperation operation, HashSet<Uri> asked)
    {
        string? fault =
            !Uri.TryCreate(link, UriKind.Absolute, out Uri? address) || !endpoint.IsOwn(address)
                ? $"outside {endpoint.BaseAddress.Host}; no token goes there"
            : !asked.Add(address) ? "that was read before"
            : null;
        return fault is null
            ? address!
            : throw new PresenceException($"{operation.Name}: the service names a next page {fault}.")
            {
                Operation = operation.Name,
            };
    }

    private static Func<RequestInformation> RequestFor(Uri address) => () => new RequestInformation
    {
        HttpMethod = Method.GET,
        URI = address,
        Headers = { { "Accept", "application/json" } },
    };
}
