namespace PresenceService.Load;

/// <summary>
/// All values that one part of a user's presence had. A value is visible from the start of its change until the end of
/// the next one; of simultaneous changes, either can be the next.
/// </summary>
internal sealed class History
{
    private readonly List<Change> _changes = [];

    public History(Shown? first) => _changes.Add(new Change(first, long.MinValue) { End = long.MinValue });

    public void Add(Change change) => _changes.Add(change);

    /// <summary>The periods in which the value may have been visible.</summary>
    public IEnumerable<(long From, long To)> TimesOf(Shown? value) =>
        _changes.Where(change => change.Value == value).Select(change => (change.Start, LastOf(change)));

    private long LastOf(Change change)
    {
        long last = long.MaxValue;
        foreach (Change next in _changes)
        {
            if (next != change && next.Start >= change.End)
            {
                last = Math.Min(last, next.End);
            }
        }

        return last;
    }
}
