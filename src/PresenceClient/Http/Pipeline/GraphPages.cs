using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>Leads from page to page of a collection, and sees to it that the pages come to an end.</summary>
/// <param name="endpoint">The only place that tokens may go to.</param>
/// <param name="mostWithoutNews">How many pages in a row may bring nothing new and still name another.</param>
internal sealed class GraphPages(GraphEndpoint endpoint, int mostWithoutNews)
{
    private HashSet<Uri>? _asked;
    private int _withoutNews;

    /// <summary>The call for the next page; null after the last one.</summary>
    /// <param name="call">The call for the page that was read.</param>
    /// <param name="nextLink">What that page names as the next; null for none.</param>
    /// <param name="hasNews">Whether that page brought anything new.</param>
    public GraphCall? After(GraphCall call, string? nextLink, bool hasNews)
    {
        if (nextLink is null)
        {
            return null;
        }

        string? fault =
            !Uri.TryCreate(nextLink, UriKind.Absolute, out Uri? address) || !endpoint.IsOwn(address)
                ? $"names a next page outside {endpoint.BaseAddress.Host}, the only host that tokens are sent to"
            : !(_asked ??= []).Add(address) ? "names a next page that was read before, so the pages have no end"
            : (_withoutNews = hasNews ? 0 : _withoutNews + 1) > mostWithoutNews
                ? $"names a next page, but brought nothing new ({_withoutNews} in a row), so the pages may have no end"
            : null;
        return fault is null
            ? call with { CreateRequest = RequestFor(address!) }
            : throw new PresenceException($"{call.Operation.Name}: the service's answer {fault}. Try again later; if "
                + "the fault persists, report it to the operator of the service.")
            {
                Operation = call.Operation.Name,
            };
    }

    private static Func<RequestInformation> RequestFor(Uri address) => () => new RequestInformation
    {
        HttpMethod = Method.GET,
        URI = address,
        Headers = { { "Accept", "application/json" } },
    };
}
