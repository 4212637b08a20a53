using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>Which failures are followed by another attempt, and after which wait.</summary>
internal sealed class RetryPolicy(PresenceClientOptions options, ILogger log)
{
    private readonly int _maxRetries = options.MaxRetries;
    private readonly bool _waitsWhenThrottled = options.WaitWhenThrottled;

    /// <summary>The wait before the next attempt, which then counts as begun; null where the call ends.</summary>
    public TimeSpan? WaitAfter(CallRun run, PresenceException failure)
    {
        if (failure is PresenceAuthenticationException && run.Claims is not null)
        {
            // The next attempt has another token, so it is no repetition of this one.
            Tell(run, failure, TimeSpan.Zero);
            return TimeSpan.Zero;
        }

        bool isThrottled = failure is PresenceThrottledException;
        if (failure.Retry is not { } advice || _maxRetries == 0 || (isThrottled && !_waitsWhenThrottled))
        {
            return null;
        }

        TimeSpan wait = isThrottled ? run.HoldBack : BackOff.After(advice.After, run.Retries);
        if (run.Retries == _maxRetries || wait >= run.LongestWait)
        {
            log.GaveUp(run.Call.Operation.Name, run.Attempts, ErrorType.Of(failure));
            return null;
        }

        run.Retries++;
        Tell(run, failure, wait);
        if (isThrottled)
        {
            RequestMetrics.Waited(throttled: wait, paced: TimeSpan.Zero);
        }

        return wait;
    }

    private void Tell(CallRun run, PresenceException failure, TimeSpan wait)
    {
        string operation = run.Call.Operation.Name;
        string error = ErrorType.Of(failure);
        log.Retrying(operation, run.Attempts, error, wait.TotalSeconds);
        RequestMetrics.Retried(operation, run.Status, error);
    }
}
