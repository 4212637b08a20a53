using Microsoft.AspNetCore.Http.HttpResults;
using PresenceClient;
using PresenceService.Hosting;
using PresenceService.Problems;

namespace PresenceService.Endpoints;

/// <summary>The routes of a tenant. What goes wrong in the client is thrown, and answered in one place.</summary>
internal static class PresenceEndpoints
{
    public static void MapPresence(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder tenant = routes.MapGroup("/{tenant}/presence").AddEndpointFilter<KnownTenantFilter>();
        tenant.MapGet("/", GetManyAsync);
        tenant.MapGet("/{id}", GetAsync);
        tenant.MapPut("/{id}/preferred", PreferAsync);
        tenant.MapDelete("/{id}/preferred", ClearAsync);
    }

    private static async Task<Results<Ok<PresenceAnswer>, ProblemHttpResult>> GetAsync(
        string tenant, string id, IServiceProvider services, CancellationToken stop)
    {
        LoadedPresence loaded = await services.GetRequiredKeyedService<FreshReads>(tenant).GetAsync(id, stop);
        return loaded.Presence is { } presence
            ? TypedResults.Ok(PresenceAnswer.Of(presence))
            : TypedResults.Problem(Problem.UnknownUser());
    }

    private static async Task<Results<Ok<PresencesAnswer>, ProblemHttpResult>> GetManyAsync(
        string tenant, string? ids, IServiceProvider services, CancellationToken stop)
    {
        string[] asked = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (asked.Length == 0)
            return TypedResults.Problem(Problem.BadIds());
        PresenceReadResult read = await Client(services, tenant).Presences.GetAsync(asked, stop);
        return TypedResults.Ok(new PresencesAnswer([.. read.Select(PresenceAnswer.Of)], read.Missing));
    }

    private static async Task<NoContent> PreferAsync(
        string tenant, string id, PreferredBody body, IServiceProvider services, CancellationToken stop)
    {
        await Client(services, tenant).Users[id].Preferred.SetAsync(body.Presence, body.Duration, stop);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ClearAsync(
        string tenant, string id, IServiceProvider services, CancellationToken stop)
    {
        await Client(services, tenant).Users[id].Preferred.ClearAsync(stop);
        return TypedResults.NoContent();
    }

    private static PresenceServiceClient Client(IServiceProvider services, string tenant) =>
        services.GetRequiredKeyedService<PresenceServiceClient>(tenant);
}
