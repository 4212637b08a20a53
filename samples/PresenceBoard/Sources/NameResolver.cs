using PresenceClient;

namespace PresenceBoard;

/// <summary>
/// Turns ids and sign-in names into people. Presence takes ids alone, so a name costs one request; an id costs none.
/// </summary>
internal sealed class NameResolver(UsersClient users, IProgress<LoadStep>? progress)
{
    private const int AtOnce = 8;

    public async Task<People> ResolveAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        var found = new DirectoryUser?[names.Count];
        int done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, names.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (index, token) =>
            {
                found[index] = await FindAsync(names[index], token);
                progress?.Report(new LoadStep(LoadStep.People, Interlocked.Increment(ref done), names.Count));
            });
        return new People(
            [.. found.OfType<DirectoryUser>().DistinctBy(user => user.Id, StringComparer.OrdinalIgnoreCase)],
            [.. names.Where((_, index) => found[index] is null)]);
    }

    private async Task<DirectoryUser?> FindAsync(string name, CancellationToken stop)
    {
        if (DirectoryUser.IsObjectId(name))
            return new DirectoryUser { Id = name };
        if (!name.Contains('@', StringComparison.Ordinal))
            return null;
        try
        {
            return await users[name].GetUserAsync(stop);
        }
        catch (PresenceNotFoundException)
        {
            return null;
        }
    }
}
