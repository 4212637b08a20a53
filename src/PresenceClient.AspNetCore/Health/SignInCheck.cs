using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PresenceClient.AspNetCore.Health;

/// <summary>Checks that the client can sign in and read.</summary>
internal sealed class SignInCheck(HealthParts parts) : IHealthCheck
{
    private static readonly string NoOne = Guid.Empty.ToString();

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (HasJustRead())
        {
            return HealthCheckResult.Healthy("The watch reads without a failure.");
        }

        try
        {
            await parts.Loader.GetAsync(NoOne, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("The client signs in and reads.");
        }
        catch (PresenceThrottledException e)
        {
            return HealthCheckResult.Degraded("The service throttles the client.", e);
        }
        catch (PresenceAuthenticationException e)
        {
            return HealthCheckResult.Unhealthy("The client cannot sign in. Check its credential.", e);
        }
        catch (PresenceAccessDeniedException e)
        {
            return HealthCheckResult.Unhealthy(
                "The client signs in but may not read. Grant it Presence.Read.All, with admin consent.", e);
        }
        catch (PresenceException e)
        {
            return HealthCheckResult.Unhealthy("The client cannot read. The exception says why.", e);
        }
    }

    private bool HasJustRead()
    {
        PresenceWatchStatus? status = parts.Watch?.Status;
        return status is { TroubleSince: null, LastSweepUsers: > 0, LastSweepStartedAt: { } last }
            && parts.Time.GetUtcNow() - last < parts.DegradedAge(status);
    }
}
