using Microsoft.Extensions.Diagnostics.HealthChecks;
using PresenceClient;

namespace PresenceService.Hosting;

/// <summary>
/// Checks that the service can sign in to a tenant and read from it. It reads a user that does not exist, together with
/// other reads.
/// </summary>
internal sealed class TenantHealth(PresenceLoader loader) : IHealthCheck
{
    private static readonly string NoOne = Guid.Empty.ToString();

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await loader.GetAsync(NoOne, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (PresenceThrottledException e)
        {
            return HealthCheckResult.Degraded("The tenant is throttled.", e);
        }
        catch (PresenceException e)
        {
            return HealthCheckResult.Unhealthy("The tenant cannot be read.", e);
        }
    }
}
