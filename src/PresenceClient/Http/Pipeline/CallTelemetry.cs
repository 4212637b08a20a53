using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>Reports the pipeline's calls and attempts: activities, measurements and log messages.</summary>
/// <remarks>State is passed as an argument, so that a call without listeners allocates no closure.</remarks>
internal sealed class CallTelemetry(TimeProvider time, ILogger log)
{
    /// <summary>Runs a call, as an activity if one is wanted.</summary>
    public static Task<T> TraceAsync<TState, T>(CallRun run, TState state, Func<CallRun, TState, Task<T>> call) =>
        CallTrace.IsOn ? TracedAsync(run, state, call) : call(run, state);

    /// <summary>Runs an attempt, and measures it if a measurement is wanted.</summary>
    public Task<T> MeasureAsync<TState, T>(CallRun run, TState state, Func<CallRun, TState, Task<T>> attempt) =>
        RequestMetrics.IsOn ? MeasuredAsync(run, state, attempt) : attempt(run, state);

    /// <summary>Reports that a 429 holds the client back.</summary>
    public void HeldBack(CallRun run) => log.HeldBack(run.Call.Operation.Name, run.HoldBack.TotalSeconds);

    /// <summary>Reports that the credential returned no token.</summary>
    public void SignInFailed(CallRun run, Exception cause) =>
        log.SignInFailed(run.Call.Operation.Name, ErrorType.Of(cause));

    /// <summary>Reports that an attempt failed, and that another one follows.</summary>
    public void Retrying(CallRun run, PresenceException failure, TimeSpan wait)
    {
        string operation = run.Call.Operation.Name;
        string error = ErrorType.Of(failure);
        log.Retrying(operation, run.Attempts, error, wait.TotalSeconds);
        RequestMetrics.Retried(operation, run.Status, error);
        if (failure is PresenceThrottledException)
        {
            RequestMetrics.Waited(throttled: wait, paced: TimeSpan.Zero);
        }
    }

    /// <summary>Reports a transient failure that is not retried, because retries or time are used up.</summary>
    public void GaveUp(CallRun run, PresenceException failure) =>
        log.GaveUp(run.Call.Operation.Name, run.Attempts, ErrorType.Of(failure));

    private static async Task<T> TracedAsync<TState, T>(
        CallRun run, TState state, Func<CallRun, TState, Task<T>> call)
    {
        using Activity? activity = CallTrace.Start(run.Call.Operation.Name);
        if (activity is null)
        {
            return await call(run, state).ConfigureAwait(false);
        }

        string? error = null;
        try
        {
            return await call(run, state).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = ErrorType.Of(e);
            throw;
        }
        finally
        {
            CallTrace.Ended(activity, run.Attempts, run.Status, error);
        }
    }

    private async Task<T> MeasuredAsync<TState, T>(
        CallRun run, TState state, Func<CallRun, TState, Task<T>> attempt)
    {
        long start = time.GetTimestamp();
        string? error = null;
        try
        {
            return await attempt(run, state).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = ErrorType.Of(e);
            throw;
        }
        finally
        {
            RequestMetrics.Ended(run.Call.Operation.Name, run.Status, error, time.GetElapsedTime(start));
        }
    }
}
