namespace PresenceClient.Emulator.State;

/// <content>The visible presence of a user: the states that were set, and below them the simulated activity.</content>
internal sealed partial class PresenceState
{
    /// <summary>The number of changes of the simulated activity.</summary>
    public long ScenesSoFar => life?.Invoke(Now).Number ?? 0;

    /// <summary>Returns the visible presence.</summary>
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

    /// <summary>Returns the mailbox's reply, or else a calendar event, which has no message.</summary>
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
    /// Returns the highest of sessions and meetings, or the preferred presence if there is any session.
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
            // A device shows one state: a state that was set takes precedence over the simulation.
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
    /// Returns the current meeting as if it were a session that was set when the meeting began. It is checked first,
    /// so it is the earlier one if a session is set at the same time.
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

    /// <summary>
    /// Returns the higher of two states; of equal ones the later, unless the options select the earlier.
    /// </summary>
    private Shown Higher(Shown one, Shown next)
    {
        if (!one.Exists || one.Pair.Rank != next.Pair.Rank)
        {
            return one.Exists && one.Pair.Rank > next.Pair.Rank ? one : next;
        }

        bool nextIsLater = next.SetAt >= one.SetAt;
        return nextIsLater != rules.EarlierSessionWinsTie ? next : one;
    }

    /// <summary>The state of a session or meeting, and since when it applies.</summary>
    private readonly record struct Shown(EmulatedPair Pair, DateTime SetAt)
    {
        public bool Exists => Pair.Availability is not null;
    }
}
