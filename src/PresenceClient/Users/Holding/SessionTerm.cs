namespace PresenceClient.Users.Holding;

/// <summary>The term of a session that this process set. Times count from the clock's start.</summary>
internal struct SessionTerm
{
    /// <summary>The last command that succeeded; null if another request may have had an effect since.</summary>
    public SetSession? Shown { get; private set; }

    /// <summary>
    /// Until when the session is certainly valid: its last success's start and the expiry; zero if a clear may have
    /// had an effect since.
    /// </summary>
    public TimeSpan ValidUntil { get; private set; }

    /// <summary>Whether a set succeeded that was not cleared since.</summary>
    public readonly bool IsSet => ValidUntil > TimeSpan.Zero;

    /// <summary>When it is to be renewed.</summary>
    public TimeSpan RenewAt { get; private set; }

    /// <summary>Until when the service may have a session; zero if it has none.</summary>
    public TimeSpan MayExistUntil { get; private set; }

    /// <summary>A set succeeded.</summary>
    /// <param name="command">What was set.</param>
    /// <param name="plan">The plan of its claim.</param>
    /// <param name="start">When the attempt was sent.</param>
    /// <param name="now">When it was answered.</param>
    public void Set(SetSession command, HoldPlan plan, TimeSpan start, TimeSpan now)
    {
        bool isRenewal = command == Shown && start < ValidUntil;
        Shown = command;
        ValidUntil = start + plan.Expiry;
        RenewAt = start + (isRenewal ? plan.RenewalInterval(command) : plan.FirstRenewal(command));
        MayExistUntil = now + plan.Expiry;
    }

    /// <summary>A set was sent, and it is not known whether it had an effect.</summary>
    /// <param name="command">What was sent.</param>
    /// <param name="plan">The plan of its claim.</param>
    /// <param name="now">When the attempt failed.</param>
    public void NoteUncertain(SetSession command, HoldPlan plan, TimeSpan now)
    {
        Shown = command == Shown ? Shown : null;
        TimeSpan end = now + plan.Expiry;
        MayExistUntil = end > MayExistUntil ? end : MayExistUntil;
    }

    /// <summary>A clear was sent, and it is not known whether it had an effect.</summary>
    public void NoteUncertainClear() => (Shown, ValidUntil) = (null, default);

    /// <summary>The session was cleared, or cannot be.</summary>
    public void Clear() => this = default;
}
