using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Driving;

/// <summary>
/// Adds users to the watch and removes them, a few or very many at once. Every second user takes part; the others are
/// watched all the time.
/// </summary>
internal sealed class UserPool(PresenceWatch watch, TenantHistory history, Random random)
{
    private const int Few = 20;

    private readonly HashSet<int> _absent = [];

    private IEnumerable<int> Present =>
        Enumerable.Range(0, history.Numbers.Count).Where(user => !_absent.Contains(user));

    /// <summary>Whether the user comes and goes.</summary>
    public static bool IsOf(int user) => user % 2 == 0;

    /// <summary>Adds all users.</summary>
    public void AddAll()
    {
        history.NoteAdded(Present);
        watch.Users.Add(Ids(Present));
    }

    /// <summary>Changes the set in one of several ways.</summary>
    public void Change()
    {
        int[] gone = Draw(random.Chance(0.1) ? history.Numbers.Count / 2 : Few, isWatched: true);
        int[] back = Draw(random.Chance(0.1) ? history.Numbers.Count / 2 : Few, isWatched: false);
        if (random.Chance(0.1))
        {
            Note(gone, back);
            watch.Users.Replace(Ids(Present));
            return;
        }

        Note(gone, []);
        watch.Users.Remove(Ids(gone));

        // Some of them return at the same moment.
        Note([], [.. back, .. gone.Where(_ => random.Chance(0.1))]);
        watch.Users.Add(Ids(Present));
    }

    private void Note(int[] gone, int[] back)
    {
        history.NoteRemoved(gone);
        _absent.UnionWith(gone);
        history.NoteAdded(back);
        _absent.ExceptWith(back);
    }

    private int[] Draw(int most, bool isWatched)
    {
        int[] users = [.. Enumerable.Range(0, history.Numbers.Count)
            .Where(user => IsOf(user) && _absent.Contains(user) != isWatched)];
        random.Shuffle(users);
        return users[..Math.Min(users.Length, random.Next(most))];
    }

    private IEnumerable<string> Ids(IEnumerable<int> users) => users.Select(history.Numbers.IdOf);
}
