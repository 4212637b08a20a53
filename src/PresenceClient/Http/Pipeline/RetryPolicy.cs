namespace PresenceClient.Http;

/// <summary>Decides which failures are retried, and after which wait.</summary>
internal sealed class RetryPolicy(PresenceClientOptions options, CallTelemetry telemetry)
{
    private readonly int _maxRetries = options.MaxRetries;
    private readonly bool _waitsWhenThrottled = options.WaitWhenThrottled;

    /// <summary>Returns the wait before the next attempt, and counts that attempt; null if the call ends.</summary>
    public TimeSpan? WaitAfter(CallRun run, PresenceException failure)
    {
        TimeSpan wait = TimeSpan.Zero;

        // The attempt after a claims challenge has another token, so it does not count as a retry.
        if (!run.IsChallenged)
        {
            bool isThrottled = failure is PresenceThrottledException;
            if (failure.Retry is not { } advice || _maxRetries == 0 || (isThrottled && !_waitsWhenThrottled))
            {
                return null;
            }

            wait = isThrottled ? run.HoldBack : BackOff.After(advice.After, run.Retries);
            if (run.Retries == _maxRetries || wait >= run.LongestWait)
            {
                telemetry.GaveUp(run, failure);
                return null;
            }

            run.Retries++;
        }

        telemetry.Retrying(run, failure, wait);
        return wait;
    }
}
