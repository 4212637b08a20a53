namespace PresenceClient.Emulator.State;

/// <content>
/// What people see of a user's presence: what was set, and behind it what the person does by itself, if people live.
/// </content>
internal sealed partial class PresenceState
{
    /// <summary>How often the person has done something else by itself.</summary>
    public long ScenesSoFar => life?.Invoke(Now).Number ?? 0;

    /// <summary>What people see.</summary>
    public VisiblePresence Look()
    {
        Scene? scene = life?.Invoke(Now);
        OutOfOffice? outOfOffice = LookIfOutOfOffice() ?? scene?.OutOfOffice;
        EmulatedPair pair = Aggregate(scene);
        if (pair == EmulatedPair.Available && outOfOffice is not null && !rules.OutOfOfficeIsNoActivity)
        {
            pair = EmulatedPair.AvailableOutOfOffice;
        }
        return new VisiblePresence(
            pair, _status ?? scene?.Status, outOfOffice, _manual ?? _automatic ?? _scheduled);
    }

    /// <summary>The mailbox's reply, or else an event of the calendar, which has nothing to say.</summary>
    private OutOfOffice? LookIfOutOfOffice()
    {
        if (_reply is { } reply && reply.Time.Covers(Now))
        {
            return reply.OutOfOffice;
        }
        foreach (CalendarEvent entry in _calendar)
        {
            if (entry.ShownAsOutOfOffice && entry.Time.Covers(Now))
            {
                return OutOfOffice.Silent;
            }
        }

        return null;
    }

    /// <summary>
    /// The highest of sessions and meetings; a preference over all, as long as there is a session at all.
    /// </summary>
    private EmulatedPair Aggregate(Scene? scene)
    {
        bool isThere = false;
        Shown highest = HighestMeeting(scene);
        foreach (PresenceSession session in _sessions)
        {
            isThere = true;
            highest = Higher(highest, new Shown(session.At(Now), session.SetAt));
        }

        foreach (PresenceSession session in scene?.Sessions ?? [])
        {
            // A device shows one state: what was set stands before what the person does by itself.
            if (Array.Exists(_sessions, set => set.Is(session.Kind, session.Key)))
            {
                continue;
            }
            isThere = true;
            highest = Higher(highest, new Shown(session.Pair, session.SetAt));
        }

        isThere |= rules.MeetingNeedsNoSession && highest.Exists;
        return isThere ? _preference?.Pair ?? scene?.Preferred ?? highest.Pair : EmulatedPair.Offline;
    }

    /// <summary>
    /// The meeting that is going on, as if it were a session set at its beginning. Looked for first, it is the earlier
    /// of the two where a session is set in the same moment.
    /// </summary>
    private Shown HighestMeeting(Scene? scene)
    {
        Shown highest = scene?.MeetingSince is { } since ? new Shown(EmulatedPair.InAMeeting, since) : default;
        foreach (CalendarEvent entry in _calendar)
        {
            if (!entry.ShownAsOutOfOffice && entry.Time.Covers(Now))
            {
                highest = Higher(highest, new Shown(EmulatedPair.InAMeeting, entry.Time.Start));
            }
        }

        return highest;
    }

    /// <summary>The higher of two; of equals the one set later, unless the rules say earlier.</summary>
    private Shown Higher(Shown one, Shown next)
    {
        if (!one.Exists || one.Pair.Rank != next.Pair.Rank)
        {
            return one.Exists && one.Pair.Rank > next.Pair.Rank ? one : next;
        }
        bool nextIsLater = next.SetAt >= one.SetAt;
        return nextIsLater != rules.EarlierSessionWinsTie ? next : one;
    }

    /// <summary>What one session or meeting says, and since when.</summary>
    private readonly record struct Shown(EmulatedPair Pair, DateTime SetAt)
    {
        public bool Exists => Pair.Availability is not null;
    }
}
