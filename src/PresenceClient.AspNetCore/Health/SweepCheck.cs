using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PresenceClient.AspNetCore.Health;

/// <summary>Checks how long ago the last sweep without a failure ended.</summary>
internal sealed class SweepCheck(HealthParts parts) : IHealthCheck
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _polledSince;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (parts.Watch?.Status is not { } status)
        {
            return HealthCheckResult.Healthy("No watch is registered.");
        }

        DateTimeOffset now = parts.Time.GetUtcNow();
        bool isPolled = parts.IsAlwaysPolled || status.Readers > 0;
        if (PolledSince(isPolled, now) is not { } since)
        {
            return HealthCheckResult.Healthy("The watch does not poll, because nothing reads it.");
        }

        // Before the watch polled, a sweep was not expected.
        DateTimeOffset last = status.TroubleSince ?? (status.LastSweepStartedAt + status.LastSweepDuration) ?? since;
        TimeSpan age = now - (last > since ? last : since);
        var data = new Dictionary<string, object>
        {
            ["ageSeconds"] = Math.Round(age.TotalSeconds),
            ["users"] = status.Users,
            ["staleUsers"] = status.StaleUsers,
        };
        string text = $"The last sweep without a failure ended {age:hh\\:mm\\:ss} ago.";
        return age >= parts.UnhealthyAge(status) ? HealthCheckResult.Unhealthy(text, status.Failure, data)
            : age >= parts.DegradedAge(status) ? HealthCheckResult.Degraded(text, status.Failure, data)
            : HealthCheckResult.Healthy(text, data);
    }

    // The watch itself does not say when polling began. The first check that sees it is soon enough.
    private DateTimeOffset? PolledSince(bool isPolled, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _polledSince = isPolled ? _polledSince ?? now : null;
        }
    }
}
