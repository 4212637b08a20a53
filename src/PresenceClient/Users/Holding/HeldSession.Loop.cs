using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;

namespace PresenceClient.Users.Holding;

/// <content>The loop: what is to be done next, and sending it. Takes the lock by itself.</content>
internal sealed partial class HeldSession
{
    private async Task RunAsync()
    {
        while (Next() is { } step)
        {
            await (step.Sleep ?? SendAsync(step)).ConfigureAwait(false);
        }
    }

    // Null if there is nothing more to do: the session is then forgotten.
    private HoldStep? Next()
    {
        lock (_all.Lock)
        {
            TimeSpan now = Now;
            _interrupt = new CancellationTokenSource();
            _coveredReleases = _releases.Count;
            if (_claims.LastOrDefault() is { } top)
            {
                bool isChange = !IsShown(top.Command);
                if (!isChange)
                {
                    // Also without a request: another claim can have set the same state.
                    _claims.ForEach(Establish);
                    EndReleases(static release => release.TrySetResult(false));
                }

                TimeSpan due = isChange ? _retryAt : Max(_term.RenewAt, _retryAt);
                return new HoldStep(top, top.Plan, isChange, Sleep(due - now), _interrupt.Token);
            }

            if (_term.MayExistUntil > now)
            {
                TimeSpan due = _retryAt < _term.MayExistUntil ? _retryAt : _term.MayExistUntil;
                return new HoldStep(null, _lastPlan!, IsChange: true, Sleep(due - now), _interrupt.Token);
            }

            EndReleases(static release => release.TrySetResult(false));
            _alarm.Dispose();
            _lapse.Dispose();
            _all.Remove(_owner);
            return null;
        }
    }

    // Ends at the alarm, or when something else is wanted; null for no wait.
    private Task? Sleep(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
        {
            return null;
        }

        _sleep = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _alarm.Change(InMilliseconds(wait), Timeout.InfiniteTimeSpan);
        return _sleep.Task;
    }

    [SuppressMessage("Design", "CA1031", Justification = "What was thrown is given to the owners of the claims.")]
    private async Task SendAsync(HoldStep step)
    {
        TimeSpan? sent = null;
        bool takesTurns = step.Plan.IsKeeper || !step.IsChange;
        try
        {
            if (takesTurns)
            {
                await step.Plan.Turns.BeginAsync(step.IsChange, step.Interrupt).ConfigureAwait(false);
            }

            try
            {
                // The turn can come before the interrupt has run what it calls, which it does on another thread.
                step.Interrupt.ThrowIfCancellationRequested();
                GraphCall Configure(GraphCall call) => call with
                {
                    Lane = takesTurns ? step.Plan.Lane : null,
                    OnAttempt = () => sent = Now,
                    FinishesAttempts = true,
                };
                bool isCleared = false;
                if (step.Command is null)
                {
                    isCleared = await _owner.EndSessionAsync(step.Interrupt, Configure).ConfigureAwait(false);
                }
                else
                {
                    await _owner.SendAsync(step.Command, step.Interrupt, Configure).ConfigureAwait(false);
                }

                Succeeded(step, sent!.Value, isCleared);
            }
            finally
            {
                if (takesTurns)
                {
                    step.Plan.Turns.End();
                }
            }
        }
        catch (OperationCanceledException) when (step.Interrupt.IsCancellationRequested)
        {
            Interrupted(step, sent is not null);
        }
        catch (Exception e)
        {
            Failed(step, e, sent is not null);
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
