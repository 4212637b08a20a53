using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PresenceClient.AspNetCore.Health;

/// <summary>Checks whether a 429 pauses the requests of the client.</summary>
internal sealed class ThrottlingCheck(HealthParts parts) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        PresencePace pace = parts.Client.Pace;
        TimeSpan pause = (pace.HeldUntil ?? DateTimeOffset.MinValue) - parts.Time.GetUtcNow();
        if (pause <= TimeSpan.Zero)
        {
            return HealthCheckResult.Healthy("The service does not throttle the client.");
        }

        var data = new Dictionary<string, object>
        {
            ["pauseSeconds"] = Math.Ceiling(pause.TotalSeconds),
            ["waiting"] = pace.Waiting,
        };
        string text =
            $"The service throttles the client: requests are paused for {Math.Ceiling(pause.TotalSeconds)} s.";
        return pause >= parts.Thresholds.UnhealthyPause
            ? HealthCheckResult.Unhealthy(text, exception: null, data)
            : HealthCheckResult.Degraded(text, exception: null, data);
    }
}
