using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Users.Holding;

/// <summary>
/// One user's session and the claims to it. While there is anything to do, one loop runs, which sends one request at a
/// time, so a renewal is never under way together with a clear. Unless a member says otherwise, it is called under the
/// lock of <see cref="HeldSessions"/>.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It disposes its timers when nothing is left to do.")]
internal sealed partial class HeldSession
{
    private readonly HeldSessions _all;
    private readonly PresenceOwner _owner;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _alarm;
    private readonly ITimer _lapse;
    private readonly List<SessionClaim> _claims = [];
    private readonly List<(TaskCompletionSource<bool> Done, bool IsPatient)> _releases = [];

    private TaskCompletionSource? _sleep;
    private CancellationTokenSource? _interrupt;
    private HoldPlan? _lastPlan;
    private SessionTerm _term;
    private TimeSpan _retryAt;
    private int _failures;
    private int _coveredReleases;

    public HeldSession(HeldSessions all, PresenceOwner owner)
    {
        (_all, _owner, _time) = (all, owner, all.Context.Time);
        _start = _time.GetTimestamp();

        // The loop belongs to no caller, so it must not keep a trace or a culture.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        _alarm = _time.CreateTimer(
            static session => ((HeldSession)session!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _lapse = _time.CreateTimer(
            static note => ((Action)note!)(), (Action)NoteLapse, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _ = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>The failure of the last request; null if it succeeded.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How long the session is still valid; not positive if it has lapsed.</summary>
    public TimeSpan Left => _term.ValidUntil - Now;

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Shows a claim before all others.</summary>
    public Task Show(SessionClaim claim, SetSession command)
    {
        bool isNew = _claims.LastOrDefault() != claim || claim.Command != command;
        if (isNew || (claim.Pending is null && !IsShown(command)))
        {
            _claims.Remove(claim);
            _claims.Add(claim);
            claim.Command = command;
            claim.Pending ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Change();
        }

        return claim.Pending?.Task ?? Task.CompletedTask;
    }

    /// <summary>Ends a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="plan">How the session is cleared, if this was the last claim.</param>
    public Task<bool> Release(SessionClaim claim, HoldPlan plan)
    {
        if (!_claims.Remove(claim))
        {
            return Task.FromResult(false);
        }

        _lastPlan = plan;
        Leave(claim);
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _releases.Add((done, plan.IsKeeper));
        Change();
        return done.Task;
    }

    public bool Has(SessionClaim claim) => _claims.Contains(claim);

    private bool IsShown(SetSession command) => _term.Shown == command && Left > TimeSpan.Zero;

    // What is wanted has changed: what waits, for its turn or for a retry, starts again with it.
    private void Change()
    {
        _retryAt = default;
        _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _sleep?.TrySetResult();

        // Asynchronously, since what it interrupts must not go on here, under the lock.
        _ = _interrupt?.CancelAsync();
    }

    private void Leave(SessionClaim claim)
    {
        claim.Pending?.TrySetCanceled();
        EndLapse(claim);
    }

    private void EndLapse(SessionClaim claim)
    {
        if (claim.IsLapsed)
        {
            claim.IsLapsed = false;
            _all.NoteLapseEnd();
        }
    }

    // By a timer, since a request can be under way when the session expires.
    private void ScheduleLapse() => _lapse.Change(InMilliseconds(Left), Timeout.InfiniteTimeSpan);

    private void Wake()
    {
        lock (_all.Lock)
        {
            _sleep?.TrySetResult();
        }
    }

    // Timers count whole milliseconds.
    private static TimeSpan InMilliseconds(TimeSpan time) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(time.TotalMilliseconds, 0)));
}
