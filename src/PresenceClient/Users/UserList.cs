using System.Runtime.CompilerServices;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Users;

/// <summary>Reads users of the directory page by page. Each page is requested when the one before is used up.</summary>
internal static class UserList
{
    // Graph may filter after it cuts the pages, so that a few of them are empty.
    private const int MostPagesWithoutNews = 10;

    /// <summary>Reads the users.</summary>
    /// <param name="context">The context of the client.</param>
    /// <param name="first">The call for the first page.</param>
    /// <param name="isNew">
    /// Whether a user counts as new, which pages must bring; null: if it was not read before.
    /// </param>
    /// <param name="parameter">The token that the method was given.</param>
    /// <param name="enumeration">The token of the enumeration.</param>
    public static async IAsyncEnumerable<DirectoryUser> ReadAsync(
        ClientContext context,
        GraphCall first,
        Func<DirectoryUser, bool>? isNew,
        CancellationToken parameter,
        [EnumeratorCancellation] CancellationToken enumeration = default)
    {
        using var cancellation = new EitherToken(parameter, enumeration);
        var pages = new GraphPages(context.Endpoint, MostPagesWithoutNews);

        isNew ??= NotReadBefore();
        for (GraphCall? next = first; next is { } call;)
        {
            Page<List<DirectoryUser>> page =
                await ReadPageAsync(context.Pipeline, call, cancellation).ConfigureAwait(false);
            bool hasNews = false;
            foreach (DirectoryUser user in page.Items)
            {
                hasNews |= page.NextLink is not null && isNew(user);
                yield return user;
            }

            next = pages.After(call, page.NextLink, hasNews);
        }
    }

    // Keeps only hashes, since the ids themselves would stay in memory. Two ids with one hash hide no user: the second
    // only doesn't count as new, and ten whole pages in a row do not collide.
    private static Func<DirectoryUser, bool> NotReadBefore()
    {
        var seen = new HashSet<int>();
        return user => seen.Add(user.Id.GetHashCode(StringComparison.OrdinalIgnoreCase));
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
