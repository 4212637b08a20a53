using System.Net;
using PresenceClient.Http;

namespace PresenceClient.Users.Holding;

/// <content>The outcome of a request. Takes the lock by itself.</content>
internal sealed partial class HeldSession
{
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(1);

    private void Succeeded(HoldStep step, TimeSpan sent, bool isCleared)
    {
        lock (_all.Lock)
        {
            (_failures, Failure) = (0, null);
            if (step.Claim is null)
            {
                _term.Clear();
            }
            else
            {
                _term.Set(step.Command!, step.Plan, sent, Now);
                ScheduleLapse();
                if (step.Claim.Command == step.Command)
                {
                    Establish(step.Claim);
                }

                foreach (SessionClaim claim in _claims.Where(static claim => claim.IsLapsed))
                {
                    EndLapse(claim);
                    claim.Notify(PresenceKeeperEventKind.Recovered, null);
                }
            }

            EndReleases(release => release.TrySetResult(isCleared));
        }
    }

    private void Interrupted(HoldStep step, bool isSent)
    {
        lock (_all.Lock)
        {
            // Only a wait is interrupted, so what was sent before it has failed.
            NoteUncertain(step, isSent);
        }
    }

    private void Failed(HoldStep step, Exception failure, bool isSent)
    {
        lock (_all.Lock)
        {
            bool isRefused = false;
            bool isPermanent = IsPermanent(failure);
            EndReleases(release => release.TrySetException(failure), leavesPatient: !isPermanent);
            if (!isPermanent)
            {
                Failure = failure;
                NoteUncertain(step, isSent);
                TimeSpan wait = BackOff.After((failure as PresenceException)?.RetryAfter, _failures++);
                _retryAt = Now + (wait > ShortestRetry ? wait : ShortestRetry);
            }
            else if (step.Claim is null)
            {
                // It cannot be cleared, and ends by itself.
                _term.Clear();
            }
            else if (step.Claim.Command == step.Command && _claims.Remove(step.Claim))
            {
                isRefused = true;
                _lastPlan = step.Plan;
                step.Claim.Refusal = failure;
            }

            if (step.Claim is { Pending: { } pending } && step.Claim.Command == step.Command
                && (isPermanent || !step.Plan.IsKeeper))
            {
                step.Claim.Pending = null;
                pending.TrySetException(failure);
                Unobserved.Ignore(pending.Task);
            }

            if (isRefused)
            {
                EndLapse(step.Claim!);
                step.Claim!.Notify(PresenceKeeperEventKind.Refused, failure);
                _all.NoteRefusal(failure);
            }
        }

        NoteLapse();
    }

    // Reports each claim once whose state is not set, because the session expired or could never be set.
    private void NoteLapse()
    {
        lock (_all.Lock)
        {
            if (Left > TimeSpan.Zero)
            {
                // Timers count in coarse ticks, and can ring a little early.
                ScheduleLapse();
                return;
            }

            if (Failure is null && !_term.IsSet)
            {
                return;
            }

            foreach (SessionClaim claim in _claims.Where(static c => c is { IsEstablished: true, IsLapsed: false }))
            {
                claim.IsLapsed = true;
                _all.NoteLapse(Failure);
                claim.Notify(PresenceKeeperEventKind.Lapsed, Failure);
            }
        }
    }

    // The state is set, or the one of a claim on top: this claim shows when that one ends.
    private static void Establish(SessionClaim claim)
    {
        claim.IsEstablished = true;
        claim.Pending?.TrySetResult();
        claim.Pending = null;
    }

    // Only those that were there when the step began: it cannot know of later ones.
    private void EndReleases(Action<TaskCompletionSource<bool>> end, bool leavesPatient = false)
    {
        for (int i = _coveredReleases - 1; i >= 0; i--)
        {
            (TaskCompletionSource<bool> done, bool isPatient) = _releases[i];
            if (!isPatient || !leavesPatient)
            {
                _releases.RemoveAt(i);
                end(done);
            }
        }

        _coveredReleases = 0;
    }

    private void NoteUncertain(HoldStep step, bool isSent)
    {
        if (isSent && step.Command is null)
        {
            _term.NoteUncertainClear();
        }
        else if (isSent && step.Command is not null)
        {
            _term.NoteUncertain(step.Command, step.Plan, Now);
        }
    }

    // A sign-in that failed has no status: it can work again.
    private static bool IsPermanent(Exception failure) => failure is not PresenceException
    {
        StatusCode: not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            or HttpStatusCode.NotFound),
    };
}
