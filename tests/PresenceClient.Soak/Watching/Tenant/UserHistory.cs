using PresenceClient.Soak.Emulated;

namespace PresenceClient.Soak.Watching.Tenant;

/// <summary>
/// The history of one user, as far back as a reader can need it. <see cref="TenantHistory"/> locks it.
/// </summary>
internal sealed class UserHistory
{
    private const int Remembered = 4;

    // More than the two minutes of the longest read, at half a second a step.
    private const int LongestRead = 400;

    private readonly (Look? Look, long Sequence)[] _past = new (Look? Look, long Sequence)[Remembered];
    private int _next;
    private int _doubtfulUntil;

    /// <summary>What the tenant shows; null before the first answer.</summary>
    public Look? Tenant { get; private set; }

    public long TenantSequence { get; private set; }

    /// <summary>What the service answered to the watch; null if it has not since the user was added.</summary>
    public Look? Answered { get; private set; }

    public long AnsweredSequence { get; private set; }

    /// <summary>The step of the latest answer with a different look, or of the removal.</summary>
    public int ChangedAt { get; private set; }

    /// <summary>The step of the latest answer, or of the addition.</summary>
    public int AnsweredAt { get; private set; }

    /// <summary>The step in which the user was added; 0 for users from the start.</summary>
    public int AddedAt { get; private set; }

    /// <summary>
    /// The first step in which the watch must have taken the answer. A read that was under way when the user was added
    /// or reported does not have to count; the next read does.
    /// </summary>
    public int CertainSince { get; private set; }

    public bool IsWatched { get; private set; }

    /// <summary>Whether the user was removed at least once.</summary>
    public bool WasRemoved { get; private set; }

    /// <summary>Notes what the tenant shows, and returns whether that is a change.</summary>
    public bool NoteTenant(Look look, long sequence)
    {
        if (Tenant is not null && sequence <= TenantSequence)
        {
            return false;
        }

        bool isChange = Tenant is not null && Tenant != look;
        (Tenant, TenantSequence) = (look, sequence);
        return isChange;
    }

    /// <summary>Notes what the service answers to the watch, and returns whether it is another look.</summary>
    public bool NoteAnswer(Look look, long sequence, int step)
    {
        AnsweredAt = step;
        CertainSince = CertainSince == int.MaxValue && step > _doubtfulUntil ? step : CertainSince;
        Remember(look, sequence);
        if (Answered is not null && sequence < AnsweredSequence)
        {
            return false;
        }

        bool isNews = Answered != look;
        (Answered, AnsweredSequence) = (look, sequence);
        ChangedAt = isNews ? step : ChangedAt;
        return isNews;
    }

    /// <summary>
    /// Notes a report. A read that began before does not overwrite it.
    /// </summary>
    public void NoteReport(Look look, long sequence, int step)
    {
        NoteAnswer(look, sequence, step);
        Doubt(step);
    }

    public void NoteAdded(int step)
    {
        (IsWatched, AddedAt, AnsweredAt, Answered) = (true, step, step, null);
        Doubt(step);
    }

    public void NoteRemoved(int step) => (IsWatched, WasRemoved, ChangedAt) = (false, true, step);

    /// <summary>Whether the service answered this recently.</summary>
    public bool Had(Look look, long? sequence = null) =>
        Array.Exists(_past, past => past.Look == look && (sequence is null || past.Sequence == sequence));

    private void Doubt(int step) => (CertainSince, _doubtfulUntil) = (int.MaxValue, step + LongestRead);

    private void Remember(Look look, long sequence)
    {
        if (!Had(look, sequence))
        {
            _past[_next] = (look, sequence);
            _next = (_next + 1) % Remembered;
        }
    }
}
