using System.Diagnostics;
using PresenceClient.Emulator;

namespace PresenceService.Load;

/// <summary>A user of an emulated tenant, with all states that may have been visible at a time.</summary>
internal sealed class LoadUser
{
    private readonly Lock _gate = new();
    private readonly EmulatedUser _user;
    private readonly History _teams;
    private readonly History _preferred = new(first: null);

    public LoadUser(EmulatedUser user)
    {
        _user = user;
        var first = new Shown("Available", "Available");
        _teams = new History(first);
        user.EndTeamsClient();
        user.ClearOutOfOffice();
        user.ClearPreferredPresence();
        user.SetTeamsClient(first.Availability!, first.Activity!);
    }

    public string Id => _user.Id;

    /// <summary>Changes what the user's Teams client shows, at once.</summary>
    public void ShowInTeams(Shown shown)
    {
        Change change = Begin(_teams, shown);
        _user.SetTeamsClient(shown.Availability!, shown.Activity!);
        End(change);
    }

    /// <summary>A change of the preferred presence begins: from now on it may be visible. Null clears it.</summary>
    public Change BeginPreferring(Shown? shown) => Begin(_preferred, shown);

    /// <summary>The change has succeeded: the value before it is no longer visible.</summary>
    public void End(Change change)
    {
        lock (_gate)
        {
            change.End = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Whether this may have been visible at some moment of the period.</summary>
    public bool Had(Shown shown, long from, long to) => FirstMomentOf(shown, from, to) is not null;

    /// <summary>The first moment of a period at which this may have been visible; null if there is none.</summary>
    public long? FirstMomentOf(Shown shown, long from, long to)
    {
        lock (_gate)
        {
            // A preference hides the state of Teams, so that state needs a moment without a preference.
            IEnumerable<(long From, long To)> times = _preferred.TimesOf(shown).Concat(
                _preferred.TimesOf(null).SelectMany(unset => _teams.TimesOf(shown).Select(time =>
                    (Math.Max(time.From, unset.From), Math.Min(time.To, unset.To)))));
            return times.Select(time => (From: Math.Max(time.From, from), To: Math.Min(time.To, to)))
                .Where(time => time.From <= time.To).Select(time => (long?)time.From).Min();
        }
    }

    private Change Begin(History history, Shown? value)
    {
        lock (_gate)
        {
            var change = new Change(value, Stopwatch.GetTimestamp());
            history.Add(change);
            return change;
        }
    }
}
