using PresenceClient;
using PresenceService.Problems;

namespace PresenceService.Endpoints;

/// <summary>Answers 404 for a tenant that has no client.</summary>
internal sealed class KnownTenantFilter(IServiceProviderIsKeyedService services) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        object? tenant = context.HttpContext.GetRouteValue("tenant");
        return services.IsKeyedService(typeof(PresenceServiceClient), tenant)
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.Problem(Problem.UnknownTenant()));
    }
}
