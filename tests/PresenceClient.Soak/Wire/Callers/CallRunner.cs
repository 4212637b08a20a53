using System.Diagnostics.CodeAnalysis;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Checks;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Makes one call, cancels it sometimes, and checks its end.</summary>
internal sealed class CallRunner(Watch watch, ResultCheck check)
{
    private static readonly TimeSpan LimitWithoutLimit = TimeSpan.FromSeconds(30);

    /// <summary>Makes a call and checks how it ends.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> RunAsync(Operation operation)
    {
        Call call = operation.Call;
        TimeSpan limit = call.Client.Plan.TotalTimeout;
        call.Name = operation.Name;
        call.Limit = (limit == Timeout.InfiniteTimeSpan ? LimitWithoutLimit : limit) * operation.Rounds;
        watch.Add(call);
        try
        {
            using Timer? cancelling = Cancelling(call);
            Task<Action<ResultCheck>> sending = operation.SendAsync();
            if (await Task.WhenAny(sending, call.Abandoned) != sending)
            {
                // The watch has already reported it.
                _ = sending.ContinueWith(static task => task.Exception, TaskScheduler.Default);
                return false;
            }

            return await EndedAsync(operation, sending);
        }
        finally
        {
            call.Record.Ended ??= Clock.Now;
            watch.Remove(call);
        }
    }

    private static Timer? Cancelling(Call call)
    {
        if (call.Random.Chance(0.01))
        {
            call.Cancel();
            return null;
        }

        return call.Random.Chance(0.06)
            ? new Timer(static it => ((Call)it!).Cancel(), call, call.Random.Between(0, 1.5), Timeout.InfiniteTimeSpan)
            : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "What leaves a call that should not is a finding.")]
    private async Task<bool> EndedAsync(Operation operation, Task<Action<ResultCheck>> sending)
    {
        Call call = operation.Call;
        try
        {
            Action<ResultCheck> checkResult = await sending;
            call.Record.Ended = Clock.Now;
            checkResult(check);
            return operation.BroughtAnything;
        }
        catch (OperationCanceledException e)
        {
            call.Record.Ended = Clock.Now;
            check.Call.Cancelled(call, e);
        }
        catch (PresenceException e)
        {
            call.Record.Ended = Clock.Now;
            operation.Check(check, e);
        }
        catch (Exception e)
        {
            call.Record.Ended = Clock.Now;
            check.Call.Undocumented(call, e);
        }

        return false;
    }
}
