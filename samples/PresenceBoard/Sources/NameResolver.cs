using System.Globalization;
using System.Net;
using PresenceClient;

namespace PresenceBoard;

/// <summary>
/// Turns the entries of an ids file into people. Presence takes only ids, so a name costs one request; an id costs
/// none.
/// </summary>
internal sealed class NameResolver(UsersClient users, IProgress<LoadStep>? progress)
{
    private const int AtOnce = 8;
    private const int MostMalformed = 5;

    private const string Malformed = "is neither an object id nor a sign-in name.";
    private const string Cure = " Write one of them on each line, and nothing else.";

    /// <summary>Finds the people, each once, and explains every entry that leads to no one.</summary>
    public async Task<People> ResolveAsync(IReadOnlyList<IdsEntry> entries, CancellationToken stop)
    {
        var found = new DirectoryUser?[entries.Count];
        bool[] isUnknown = new bool[entries.Count];
        int done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, entries.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (index, token) =>
            {
                (found[index], isUnknown[index]) = await FindAsync(entries[index], token);
                progress?.Report(new LoadStep(LoadStep.People, Interlocked.Increment(ref done), entries.Count));
            });
        IEnumerable<IdsEntry> unknown = entries.Where((_, index) => isUnknown[index]);
        IdsEntry[] malformed = [.. entries.Where((_, index) => found[index] is null && !isUnknown[index])];
        return new People(
            [.. found.OfType<DirectoryUser>().DistinctBy(user => user.Id, StringComparer.OrdinalIgnoreCase)],
            [.. Say(malformed), .. unknown.Select(entry => entry.Say("is not the sign-in name of any user."))]);
    }

    private static IEnumerable<string> Say(IdsEntry[] malformed)
    {
        foreach (IdsEntry entry in malformed.Take(MostMalformed))
        {
            yield return entry.Say(Malformed + Cure);
        }

        if (malformed.Length > MostMalformed)
        {
            string more = (malformed.Length - MostMalformed).ToString("N0", CultureInfo.InvariantCulture);
            yield return $"--ids: {malformed[0].File}: {more} more lines are like this.";
        }
    }

    // No user, and not unknown either: the entry is malformed.
    private async Task<(DirectoryUser? User, bool IsUnknown)> FindAsync(IdsEntry entry, CancellationToken stop)
    {
        if (entry.ObjectId is { } id)
        {
            return (new DirectoryUser { Id = id }, false);
        }

        if (entry.SignInName is not { } name)
        {
            return (null, false);
        }

        try
        {
            return (await users[name].GetUserAsync(stop), false);
        }
        catch (PresenceNotFoundException)
        {
            return (null, true);
        }
        catch (PresenceException e) when (e.StatusCode == HttpStatusCode.BadRequest)
        {
            return (null, false);
        }
    }
}
