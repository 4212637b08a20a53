namespace PresenceClient.Emulator.Tests.State;

/// <summary>
/// The rules of the facts once more, in the plainest way: keep all that was ever done, and judge each moment from it.
/// </summary>
internal sealed class NaivePresence
{
    private static readonly string[] Order =
    [
        "DoNotDisturb/Presenting", "Busy/InAConferenceCall Busy/InACall Busy/InAMeeting", "Available/Available",
        "Available/AvailableInactive", "Away/Away",
    ];

    private readonly List<(string Key, string? Pair, DateTime From, DateTime Until)> _sets = [];
    private readonly List<(DateTime From, DateTime Until)> _meetings = [];
    private readonly List<(DateTime From, DateTime Until)> _outings = [];
    private (string Pair, DateTime Until)? _preference;

    public void Set(string key, string? pair, DateTime from, DateTime until) => _sets.Add((key, pair, from, until));

    public void Prefer(string? pair, DateTime until) => _preference = pair is null ? null : (pair, until);

    public void Meet(DateTime from, DateTime until) => _meetings.Add((from, until));

    public void BeOut(DateTime from, DateTime until) => _outings.Add((from, until));

    public bool IsOutAt(DateTime time) => _outings.Any(outing => outing.From <= time && time < outing.Until);

    public string At(DateTime time)
    {
        string pair = AggregateAt(time);
        return pair == "Available/Available" && IsOutAt(time) ? "Available/OutOfOffice" : pair;
    }

    private string AggregateAt(DateTime time)
    {
        (string Pair, DateTime From)[] sessions = [.. _sets
            .GroupBy(set => set.Key)
            .Select(group => group.Last())
            .Where(set => set.Pair is not null && time < set.Until)
            .OrderBy(set => _sets.LastIndexOf(set))
            .Select(set => (Fade(set.Key, set.Pair!, time - set.From), set.From))];
        if (sessions.Length == 0)
        {
            return "Offline/Offline";
        }

        if (_preference is { } preference && time < preference.Until)
        {
            return preference.Pair;
        }

        IEnumerable<(string Pair, DateTime From)> meetings = _meetings
            .Where(meeting => meeting.From <= time && time < meeting.Until)
            .Select(meeting => ("Busy/InAMeeting", meeting.From));
        // A stable order: of what began at once, a session comes after a meeting, the later set after the earlier.
        string[] latestLast = [.. meetings.Concat(sessions).OrderBy(shown => shown.From).Select(shown => shown.Pair)];
        return Order
            .Select(level => latestLast.LastOrDefault(level.Split(' ').Contains))
            .First(pair => pair is not null)!;
    }

    private static string Fade(string key, string pair, TimeSpan age)
    {
        if (!key.StartsWith("app", StringComparison.Ordinal) || pair != "Available/Available" || age.TotalMinutes < 5)
        {
            return pair;
        }

        return age.TotalMinutes < 10 ? "Available/AvailableInactive" : "Away/Away";
    }
}
