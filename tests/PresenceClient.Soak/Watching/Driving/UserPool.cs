using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching.Driving;

/// <summary>Adds users to the watch and removes them, by ones and by hundreds. Only every fifth user takes part.</summary>
internal sealed class UserPool(PresenceWatch watch, TenantHistory history, Random random)
{
    private const int Share = 5;

    private readonly HashSet<int> _absent = [];

    /// <summary>Whether the user comes and goes.</summary>
    public static bool IsOf(int user) => user % Share == 0;

    /// <summary>Adds all users.</summary>
    public void AddAll()
    {
        history.NoteAdded(Enumerable.Range(0, history.Numbers.Count));
        watch.Users.Add(Ids(Enumerable.Range(0, history.Numbers.Count)));
    }

    /// <summary>Changes the set in one of several ways.</summary>
    public void Change()
    {
        int[] gone = Draw(random.Chance(0.1) ? history.Numbers.Count / Share / 2 : 20, isWatched: true);
        int[] back = Draw(random.Chance(0.1) ? history.Numbers.Count : 20, isWatched: false);
        if (random.Chance(0.1))
        {
            Note(gone, back);
            watch.Users.Replace(Ids(Enumerable.Range(0, history.Numbers.Count).Where(it => !_absent.Contains(it))));
            return;
        }

        Note(gone, []);
        watch.Users.Remove(Ids(gone));

        // Some of them return in the same moment.
        Note([], [.. back, .. gone.Where(_ => random.Chance(0.1))]);
        watch.Users.Add(Ids(Enumerable.Range(0, history.Numbers.Count).Where(it => !_absent.Contains(it))));
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
