using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>Reports the pipeline's calls and attempts: activities, measurements and log messages.</summary>
internal sealed class CallTelemetry(TimeProvider time, ILogger log)
{
    /// <summary>Runs a call as an activity.</summary>
    public static async Task<T> TraceAsync<T>(CallRun run, Func<Task<T>> call)
    {
        using Activity? activity = CallTrace.Start(run.Call.Operation.Name);
        if (activity is null)
        {
            return await call().ConfigureAwait(false);
        }

        string? error = null;
        try
        {
            return await call().ConfigureAwait(false);
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

    /// <summary>Measures an attempt if there is a listener, and returns its result.</summary>
    /// <param name="run">The call.</param>
    /// <param name="start">The timestamp from before the attempt.</param>
    /// <param name="attempt">The attempt, which is under way.</param>
    public Task<T> MeasureAsync<T>(CallRun run, long start, Task<T> attempt) =>
        RequestMetrics.IsOn ? MeasuredAsync(run, start, attempt) : attempt;

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

    private async Task<T> MeasuredAsync<T>(CallRun run, long start, Task<T> attempt)
    {
        string? error = null;
        try
        {
            return await attempt.ConfigureAwait(false);
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
