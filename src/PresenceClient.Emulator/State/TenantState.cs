namespace PresenceClient.Emulator.State;

/// <summary>
/// The part of the tenant that changes: the clock's offset, the users' presence and the groups. A reset replaces it. A
/// call keeps the one that it began with, so that it never sees parts of both.
/// </summary>
internal sealed class TenantState
{
    // The latest time of the clock, so that calculated times still have a valid date.
    private static readonly DateTime EndOfTime = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Lock _advancing = new();
    private readonly TimeProvider _clock;
    private readonly DateTime _startedAt;
    private readonly Func<EmulatedUser, DateTime, EmulatedPresence> _makePresence;
    private readonly EmulatedPresence?[] _presences;
    private long _advancedTicks;

    public TenantState(
        PresenceEmulatorOptions options,
        int people,
        Func<EmulatedUser, DateTime, EmulatedPresence> makePresence,
        GroupDirectory groups)
    {
        _clock = options.TimeProvider;
        _presences = new EmulatedPresence?[people];
        _startedAt = Now;
        _makePresence = makePresence;
        Groups = groups;
    }

    /// <summary>The current time: the given clock plus the time by which it was advanced.</summary>
    public DateTime Now => _clock.GetUtcNow().UtcDateTime.AddTicks(Volatile.Read(ref _advancedTicks));

    /// <summary>The groups and their members.</summary>
    public GroupDirectory Groups { get; }

    /// <summary>The former states that readers see of users with delayed writes.</summary>
    public LateViews LateViews { get; } = new();

    /// <summary>The subscriptions to change notifications.</summary>
    public SubscriptionDirectory Subscriptions { get; } = new();

    /// <summary>Advances the clock; false if it would pass the latest time.</summary>
    public bool TryAdvance(TimeSpan time, out DateTime now)
    {
        lock (_advancing)
        {
            now = Now;
            if (time >= EndOfTime - now)
            {
                return false;
            }

            now += time;
            Volatile.Write(ref _advancedTicks, _advancedTicks + time.Ticks);
            return true;
        }
    }

    /// <summary>Returns the user's presence, which is created from the seed on first use.</summary>
    public EmulatedPresence PresenceOf(EmulatedUser user)
    {
        ref EmulatedPresence? place = ref _presences[user.Number];
        if (Volatile.Read(ref place) is { } known)
        {
            return known;
        }

        EmulatedPresence made = _makePresence(user, _startedAt);
        return Interlocked.CompareExchange(ref place, made, null) ?? made;
    }

    /// <summary>Returns what readers see of a user.</summary>
    public (VisiblePresence Visible, long Sequence) Read(EmulatedUser user, DateTime now)
    {
        // The order matters: a delayed view is added before the change, so a reader that sees the change here finds
        // the view.
        (VisiblePresence, long) seen = PresenceOf(user).Read(now);
        return LateViews.Find(user, now) ?? seen;
    }
}
