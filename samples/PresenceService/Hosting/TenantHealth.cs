using Microsoft.Extensions.Diagnostics.HealthChecks;
using PresenceClient;

namespace PresenceService.Hosting;

/// <summary>
/// Whether a tenant can be reached and signed in to: reads a user whom no tenant has, with what others read.
/// </summary>
internal sealed class TenantHealth(PresenceLoader loader) : IHealthCheck
{
    private static readonly string Nobody = Guid.Empty.ToString();

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await loader.GetAsync(Nobody, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (PresenceThrottledException e)
        {
            return HealthCheckResult.Degraded("The tenant asks for patience.", e);
        }
        catch (PresenceException e)
        {
            return HealthCheckResult.Unhealthy("The tenant cannot be read.", e);
        }
    }
}
