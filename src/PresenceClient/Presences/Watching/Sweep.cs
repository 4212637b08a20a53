using System.Diagnostics;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// One poll of all pages: the new and the stale ones at once, the others spread over the interval. Only the loop uses
/// it.
/// </summary>
/// <param name="pages">The pages.</param>
/// <param name="urgent">How many of them, from the first, are read at once.</param>
/// <param name="startedAt">When it begins.</param>
/// <param name="start">The start on the clock of the schedule.</param>
/// <param name="interval">The time to spread the rest over.</param>
/// <param name="activity">Its activity; null without a listener.</param>
internal sealed class Sweep(
    List<WatchPage> pages,
    int urgent,
    DateTimeOffset startedAt,
    TimeSpan start,
    TimeSpan interval,
    Activity? activity)
{
    private readonly HashSet<WatchPage> _left = [.. pages];
    private readonly HashSet<WatchPage> _awaited = [];
    private readonly TimeSpan _step = pages.Count > urgent ? interval / (pages.Count - urgent) : TimeSpan.Zero;
    private int _next;

    public DateTimeOffset StartedAt => startedAt;

    public TimeSpan Start => start;

    public Activity? Activity => activity;

    public int Users { get; private set; }

    public PresenceException? Failure { get; set; }

    /// <summary>Whether all pages have been read, or have failed.</summary>
    public bool IsOver => _next == pages.Count && _awaited.Count == 0;

    /// <summary>When the next page is due; null after the last.</summary>
    public TimeSpan? Due => _next == pages.Count ? null : start + (Math.Max(_next - urgent, 0) * _step);

    /// <summary>Moves to the next page, and returns it if its read should begin.</summary>
    public WatchPage? Next(WatchState state)
    {
        WatchPage page = pages[_next++];
        return Take(page, state.SizeOf(page, out bool isReading)) && !isReading ? page : null;
    }

    /// <summary>
    /// Notes that the read of a page begins before its turn. Returns whether it is part of the sweep.
    /// </summary>
    public bool Advance(WatchPage page, WatchState state) => Take(page, state.SizeOf(page, out _));

    /// <summary>Notes that the read of a page has ended. Returns whether the sweep was waiting for it.</summary>
    public bool End(WatchPage page) => _awaited.Remove(page);

    // False if the page was taken before or has no users.
    private bool Take(WatchPage page, int users)
    {
        if (!_left.Remove(page) || users == 0)
        {
            return false;
        }

        Users += users;
        return _awaited.Add(page);
    }
}
