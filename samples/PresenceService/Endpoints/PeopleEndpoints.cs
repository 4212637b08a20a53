using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using PresenceClient;
using PresenceService.People;

namespace PresenceService.Endpoints;

/// <summary>What the page at <c>/</c> reads: the tenants, their people, and the events of their watches.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes, IReadOnlyList<string> tenants)
    {
        routes.MapGet("/tenants", () => TypedResults.Ok(tenants))
            .WithSummary("Lists the names of the tenants.").WithTags("People");
        routes.MapGet("/{tenant}/people", GetPeopleAsync).AddEndpointFilter<KnownTenantFilter>()
            .WithSummary("Lists the people of a tenant and its teams, from the directory.").WithTags("People")
            .ProducesProblems(403, 404, 429, 502, 503, 504);
        foreach (string tenant in tenants)
        {
            routes.MapKeyedPresenceEvents($"/{tenant}/events", tenant, options =>
                    options.Filter = (request, stop) => FilterAsync(
                        request,
                        request.HttpContext.RequestServices.GetRequiredKeyedService<TenantDirectory>(tenant),
                        stop))
                .WithTags("People")
                .ProducesProblems(429, 502, 503, 504)
                .AddOpenApiOperationTransformer((operation, _, _) =>
                {
                    Describe(operation);
                    return Task.CompletedTask;
                });
        }
    }

    private static async Task<Ok<TenantPeople>> GetPeopleAsync(
        [Description("The name of the tenant in the configuration.")] string tenant,
        IServiceProvider services,
        CancellationToken stop) =>
        TypedResults.Ok(await services.GetRequiredKeyedService<TenantDirectory>(tenant).GetAsync(stop));

    // The directory also sets whom the watch follows, so it is read before the stream begins.
    private static async ValueTask<PresenceEventsFilter> FilterAsync(
        PresenceEventsRequest request, TenantDirectory directory, CancellationToken stop)
    {
        TenantPeople people = await directory.GetAsync(stop);
        return request.Group is not { } name ? PresenceEventsFilter.Everyone
            : people.FindTeam(name) is { } team ? PresenceEventsFilter.Users(team.Members)
            : PresenceEventsFilter.NotFound;
    }

    private static void Describe(OpenApiOperation operation)
    {
        operation.Parameters =
        [
            Parameter("ids", ParameterLocation.Query, "The object ids of the users, separated by commas."),
            Parameter("group", ParameterLocation.Query, "The name or the id of a team; not together with ids."),
            Parameter("Last-Event-ID", ParameterLocation.Header, "The id of the last event, to continue after it."),
        ];
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string description) => new()
    {
        Name = name,
        In = place,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
