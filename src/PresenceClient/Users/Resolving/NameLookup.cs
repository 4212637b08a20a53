using System.Collections.Concurrent;
using System.Net;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Looks up sign-in names, 15 to a request, with a bounded number of requests at once.</summary>
/// <param name="context">The context of the client.</param>
/// <param name="names">The names, checked, in the order given.</param>
internal sealed class NameLookup(ClientContext context, string[] names)
{
    // Halving a chunk down to its names takes 28 requests.
    private const int MostSearchesWithoutAnswer = 28 * Concurrency.Usual;

    private readonly ConcurrentDictionary<string, UserResolveOutcome> _outcomes = new(StringComparer.OrdinalIgnoreCase);
    private readonly RefusalSearch _search = new(MostSearchesWithoutAnswer, int.MaxValue);

    /// <summary>Looks up all names.</summary>
    /// <remarks>Nothing is under way afterwards, however it ends.</remarks>
    public async Task<UserResolveResult> RunAsync(CancellationToken cancellationToken)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Concurrency.Usual,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            names.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(SignInNames.Limit),
            options,
            async (chunk, stop) => await ResolveAsync(chunk, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return new UserResolveResult(names.Select(name => _outcomes[name] with { Name = name }));
    }

    private async Task ResolveAsync(string[] chunk, CancellationToken stop)
    {
        var open = new HashSet<string>(chunk, StringComparer.OrdinalIgnoreCase);
        PresenceException? failure = null;
        try
        {
            await ReadAsync(chunk, open, stop).ConfigureAwait(false);
            lock (_search)
            {
                _search.IsAnswered = true;
            }
        }
        catch (PresenceException e) when (e is not (PresenceAccessDeniedException or PresenceAuthenticationException))
        {
            failure = e;
        }

        if (failure?.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong && TrySplit(chunk))
        {
            foreach (string[] half in chunk.Chunk((chunk.Length + 1) / 2))
            {
                await ResolveAsync(half, stop).ConfigureAwait(false);
            }

            return;
        }

        foreach (string name in open)
        {
            _outcomes[name] = new UserResolveOutcome(name, Exception: failure);
        }
    }

    // Takes each name that is found out of those that are open.
    private async Task ReadAsync(string[] chunk, HashSet<string> open, CancellationToken stop)
    {
        var first = new GraphCall(GraphOperations.ListUsers, () => UsersClient.CreateList(
            context, SignInNames.ToFilter(chunk)))
        {
            Confidential = SignInNames.Spellings(chunk),
            Time = context.Pipeline.StartTime(),
        };
        IAsyncEnumerable<DirectoryUser> users =
            UserList.ReadAsync(context, first, u => u.UserPrincipalName is { } name && open.Contains(name), stop);
        await foreach (DirectoryUser user in users.ConfigureAwait(false))
        {
            if (user.UserPrincipalName is { } name && open.Remove(name))
            {
                _outcomes[name] = new UserResolveOutcome(name, user);
            }
        }
    }

    // The service refuses a request because of one of its names, so the others are looked up without it.
    private bool TrySplit(string[] chunk)
    {
        lock (_search)
        {
            return chunk.Length > 1 && _search.TryTake(2);
        }
    }
}
