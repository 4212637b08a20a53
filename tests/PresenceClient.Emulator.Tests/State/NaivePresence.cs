namespace PresenceClient.Emulator.Tests.State;

/// <summary>
/// The rules of the facts once more, in the plainest way: keep all that was ever done, and judge each moment from it.
/// </summary>
internal sealed class NaivePresence
{
    private static readonly string[] Order =
    [
        "DoNotDisturb/Presenting", "Busy/InAConferenceCall Busy/InACall", "Available/Available",
        "Available/AvailableInactive", "Away/Away",
    ];

    private readonly List<(string Key, string? Pair, DateTime From, DateTime Until)> _sets = [];
    private (string Pair, DateTime Until)? _preference;

    public void Set(string key, string? pair, DateTime from, DateTime until) => _sets.Add((key, pair, from, until));

    public void Prefer(string? pair, DateTime until) => _preference = pair is null ? null : (pair, until);

    public string At(DateTime time)
    {
        string[] shown = [.. _sets
            .Select((set, index) => (set, index))
            .GroupBy(entry => entry.set.Key)
            .Select(group => group.Last())
            .OrderByDescending(entry => entry.index)
            .Where(entry => entry.set.Pair is not null && time < entry.set.Until)
            .Select(entry => Fade(entry.set.Key, entry.set.Pair!, time - entry.set.From))];
        if (shown.Length == 0)
            return "Offline/Offline";
        if (_preference is { } preference && time < preference.Until)
            return preference.Pair;
        return Order.SelectMany(level => shown.Where(pair => level.Split(' ').Contains(pair))).First();
    }

    private static string Fade(string key, string pair, TimeSpan age)
    {
        if (key == "Teams" || pair != "Available/Available" || age.TotalMinutes < 5)
            return pair;
        return age.TotalMinutes < 10 ? "Available/AvailableInactive" : "Away/Away";
    }
}
