using System.Runtime.CompilerServices;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Users;

/// <summary>Reads users of the directory, page after page, each asked for when the one before is used up.</summary>
internal static class UserList
{
    // Graph may filter after it cuts the pages, so that a few of them are empty.
    private const int MostPagesWithoutNews = 10;

    /// <summary>Reads the users.</summary>
    /// <param name="context">The context of the client.</param>
    /// <param name="first">The call for the first page.</param>
    /// <param name="parameter">The token that the method was given.</param>
    /// <param name="enumeration">The token of the enumeration.</param>
    public static async IAsyncEnumerable<DirectoryUser> ReadAsync(
        ClientContext context,
        GraphCall first,
        CancellationToken parameter,
        [EnumeratorCancellation] CancellationToken enumeration = default)
    {
        using var cancellation = new EitherToken(parameter, enumeration);
        var pages = new GraphPages(context.Endpoint, MostPagesWithoutNews);

        // Hashes alone, since the ids themselves would stay in memory. Two ids with one hash hide no user: they only
        // count as nothing new, and ten whole pages in a row do not collide.
        var seen = new HashSet<int>();
        for (GraphCall? next = first; next is { } call;)
        {
            Page<List<DirectoryUser>> page =
                await ReadPageAsync(context.Pipeline, call, cancellation).ConfigureAwait(false);
            bool hasNews = false;
            foreach (DirectoryUser user in page.Items)
            {
                hasNews |= page.NextLink is not null
                    && seen.Add(user.Id.GetHashCode(StringComparison.OrdinalIgnoreCase));
                yield return user;
            }

            next = pages.After(call, page.NextLink, hasNews);
        }
    }

    private static async Task<Page<List<DirectoryUser>>> ReadPageAsync(
        GraphPipeline pipeline, GraphCall call, EitherToken cancellation)
    {
        try
        {
            return await pipeline.SendAsync(
                call, static (utf8, _) => PageReader.ReadUsers(utf8), cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellation.IsCancellationRequested)
        {
            throw cancellation.Canceled(e);
        }
    }
}
