using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Users.Holding;

/// <summary>
/// The sessions that a client holds, one for each user. Thread-safe: one lock guards all of them.
/// </summary>
internal sealed class HeldSessions(ClientContext context)
{
    private readonly Dictionary<string, HeldSession> _sessions = [];

    // Created for the first hold: a lane has room for its share of the pace, and most clients hold nothing.
    private readonly Lazy<HoldPlan> _usual = new(() => new HoldPlan(
        default, context.Gate.CreateLane(0.5), new WriteTurns(Concurrency.Usual), IsKeeper: false));

    private int _lapsed;
    private long _lapsedSince;

    public Lock Lock { get; } = new();

    public ClientContext Context => context;

    /// <summary>The plan of a keeper, with a lane and turns of its own.</summary>
    public HoldPlan PlanFor(PresenceKeeperOptions options)
    {
        OptionFault.Throw(HoldOptionsCheck.Faults(options, context.AttemptTimeout), nameof(options));
        return new HoldPlan(options.Expiry, context.Gate.CreateLane(options.PaceShare),
            new WriteTurns(options.MaxConcurrency), IsKeeper: true);
    }

    /// <summary>The plan of a hold. The renewals of all holds of a client share one lane.</summary>
    public HoldPlan PlanFor(PresenceHoldOptions? options)
    {
        options ??= new PresenceHoldOptions();
        OptionFault.Throw(HoldOptionsCheck.Faults(options, context.AttemptTimeout), nameof(options));
        return _usual.Value with { Expiry = options.Expiry };
    }

    /// <summary>Checks what every request for a session needs, before there is a task.</summary>
    public void Require(PresenceOwner? owner = null)
    {
        _ = owner?.Key;
        _ = SessionId.Require(context.ApplicationId);
        context.Pipeline.ThrowIfDisposed();
    }

    /// <summary>Shows what a claim wants, before the other claims to the user's session.</summary>
    /// <returns>Ends with the outcome of the first request.</returns>
    public Task Show(PresenceOwner owner, SessionClaim claim, SetSession command)
    {
        lock (Lock)
        {
            if (!_sessions.TryGetValue(owner.Key, out HeldSession? session))
            {
                _sessions.Add(owner.Key, session = new HeldSession(this, owner));
            }

            return session.Show(claim, command);
        }
    }

    /// <summary>Ends a claim. The state of the claim before it is set again, or the session is cleared.</summary>
    /// <returns>Whether a session was cleared.</returns>
    public Task<bool> Release(PresenceOwner owner, SessionClaim claim, HoldPlan? plan = null)
    {
        lock (Lock)
        {
            return _sessions.TryGetValue(owner.Key, out HeldSession? session)
                ? session.Release(claim, plan ?? claim.Plan)
                : Task.FromResult(false);
        }
    }

    /// <summary>The session of a user; null if nothing is held. Under the lock.</summary>
    public HeldSession? Find(PresenceOwner owner) => _sessions.GetValueOrDefault(owner.Key);

    /// <summary>Forgets a session that has nothing more to do. Under the lock.</summary>
    public void Remove(PresenceOwner owner) => _sessions.Remove(owner.Key);

    /// <summary>A session lapsed. Only the first of many is logged. Under the lock.</summary>
    public void NoteLapse(Exception? failure)
    {
        if (++_lapsed == 1)
        {
            _lapsedSince = context.Time.GetTimestamp();
            string error = failure is null ? "expired" : ErrorType.Of(failure);
            Write(log => log.HoldsLapsed(error));
        }
    }

    /// <summary>A session that had lapsed is set again, or is no longer held. Under the lock.</summary>
    public void NoteLapseEnd()
    {
        if (--_lapsed == 0)
        {
            double seconds = context.Time.GetElapsedTime(_lapsedSince).TotalSeconds;
            Write(log => log.HoldsRecovered(seconds));
        }
    }

    /// <summary>The service rejected a session permanently. Under the lock.</summary>
    public void NoteRefusal(Exception failure) => Write(log => log.HoldRefused(ErrorType.Of(failure)));

    // Loggers are foreign code: they must not run under the lock, and must not end a loop by an exception.
    private void Write(Action<ILogger> write) => Unobserved.Ignore(Task.Run(() => write(context.Log)));
}
