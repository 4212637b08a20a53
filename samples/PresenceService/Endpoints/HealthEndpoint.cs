using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PresenceService.Endpoints;

/// <summary>The health of all tenants, in one word.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", CheckAsync)
        .WithSummary("Returns Healthy, Degraded or Unhealthy: sign-in, sweeps and throttling of all tenants.")
        .WithTags("Health")
        .Produces<string>(StatusCodes.Status200OK, "text/plain")
        .Produces<string>(StatusCodes.Status503ServiceUnavailable, "text/plain");

    private static async Task<ContentHttpResult> CheckAsync(
        HealthCheckService checks, HttpResponse response, CancellationToken stop)
    {
        HealthStatus status = (await checks.CheckHealthAsync(stop)).Status;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Text(
            status.ToString(),
            statusCode: status == HealthStatus.Unhealthy
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status200OK);
    }
}
