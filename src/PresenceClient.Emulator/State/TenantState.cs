namespace PresenceClient.Emulator.State;

/// <summary>
/// All of the tenant that changes by itself or by writes: the clock's advance, the people's presence and the groups. A
/// reset puts a new one in the place of the old; a call holds on to the one it began with, so that it never sees half
/// of each.
/// </summary>
internal sealed class TenantState
{
    /// <summary>No clock goes further, so that what is reckoned from now on still has a date.</summary>
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

    /// <summary>The given clock, plus what it was advanced.</summary>
    public DateTime Now => _clock.GetUtcNow().UtcDateTime.AddTicks(Volatile.Read(ref _advancedTicks));

    /// <summary>The groups, and who is in them.</summary>
    public GroupDirectory Groups { get; }

    /// <summary>What readers still see of users whose latest changes are held back from them.</summary>
    public LateViews LateViews { get; } = new();

    /// <summary>Moves the clock forward; false if that would lead beyond the end of time.</summary>
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

    /// <summary>The user's presence, made from the seed when it is first asked for.</summary>
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

    /// <summary>What readers see of a user.</summary>
    public (VisiblePresence Visible, long Sequence) Read(EmulatedUser user, DateTime now)
    {
        // In this order: who sees a new state here finds the old one there, since that is laid out before.
        (VisiblePresence, long) seen = PresenceOf(user).Read(now);
        return LateViews.Find(user, now) ?? seen;
    }
}
