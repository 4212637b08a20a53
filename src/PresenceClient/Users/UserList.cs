using System.Runtime.CompilerServices;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Users;

/// <summary>Lists users of the directory. Each page is requested when the one before is used up.</summary>
internal static class UserList
{
    // Graph can filter after it splits the pages, so that some of them are empty.
    private const int MostPagesWithoutNews = 10;

    /// <summary>Reads the users.</summary>
    /// <param name="context">The context of the client.</param>
    /// <param name="first">The call for the first page.</param>
    /// <param name="isNew">
    /// Whether a user counts as something new in a page; null: if the user was not read before.
    /// </param>
    /// <param name="parameter">The token of the method's parameter.</param>
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

    // Only hashes, so that the ids don't stay in memory. A collision hides no user: the user only counts as not
    // new, and all users of ten pages in a row do not collide.
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
