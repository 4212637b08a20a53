namespace PresenceClient.Http;

/// <summary>Follows the pages of a collection, and makes sure that they come to an end.</summary>
/// <param name="endpoint">The only endpoint that tokens may be sent to.</param>
/// <param name="mostWithoutNews">The most pages in a row that may contain nothing new and link to another page.</param>
internal sealed class GraphPages(GraphEndpoint endpoint, int mostWithoutNews)
{
    private HashSet<Uri>? _asked;
    private int _withoutNews;

    /// <summary>Returns the call for the next page; null after the last one.</summary>
    /// <param name="call">The call for the page that was read.</param>
    /// <param name="nextLink">The next link of that page; null for none.</param>
    /// <param name="hasNews">Whether that page contained anything new.</param>
    public GraphCall? After(GraphCall call, string? nextLink, bool hasNews)
    {
        if (nextLink is null)
        {
            return null;
        }

        string? fault =
            !Uri.TryCreate(nextLink, UriKind.Absolute, out Uri? address) || !endpoint.IsOwn(address)
                ? $"links to a next page outside {endpoint.BaseAddress.Host}, the only host that tokens are sent to"
            : !(_asked ??= []).Add(address) ? "links to a next page that was read before, so the pages have no end"
            : (_withoutNews = hasNews ? 0 : _withoutNews + 1) > mostWithoutNews
                ? $"links to a next page, but has nothing new ({_withoutNews} in a row), so the pages may have no end"
            : null;
        return fault is null
            ? call with { CreateRequest = () => new GraphRequest(address!) }
            : throw new PresenceException($"{call.Operation.Name} failed: the answer {fault}. Try again later. If it "
                + "happens again, report it to the operator of the service.")
            {
                Operation = call.Operation.Name,
            };
    }
}
