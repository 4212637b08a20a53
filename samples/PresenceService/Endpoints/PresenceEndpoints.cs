using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PresenceClient;
using PresenceService.Bodies;
using PresenceService.Problems;

namespace PresenceService.Endpoints;

/// <summary>The routes of a tenant. Exceptions of the client become problem details in one place.</summary>
internal static class PresenceEndpoints
{
    private const int LargestBody = 4_096;
    private const string Tenant = "The name of the tenant in the configuration.";
    private const string Id = "The object id of the user, a GUID.";

    public static void MapPresence(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder tenant = routes.MapGroup("/{tenant}/presence").AddEndpointFilter<KnownTenantFilter>()
            .WithTags("Presence").ProducesProblems(400, 403, 404, 429, 502, 503, 504);
        tenant.MapGet("/", GetManyAsync)
            .WithSummary("Reads the presence of users, in the order asked.")
            .WithDescription("Ids that the tenant does not return are in missing.");
        tenant.MapGet("/{id}", GetAsync)
            .WithSummary("Reads the presence of a user.")
            .WithDescription("The answer is never older than the request.");
        tenant.MapPut("/{id}/preferred", PreferAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ProducesProblems(413, 415)
            .AddOpenApiOperationTransformer(ApiDescription.AddPreferredBodyAsync)
            .WithSummary("Sets the preferred presence of a user.")
            .WithDescription("The duration is ISO 8601 (PT1H30M) or hh:mm:ss. Without it, Graph's default applies.");
        tenant.MapDelete("/{id}/preferred", ClearAsync)
            .WithSummary("Clears the preferred presence of a user.");
    }

    private static async Task<Results<Ok<PresenceAnswer>, ProblemHttpResult>> GetAsync(
        [Description(Tenant)] string tenant,
        [Description(Id)] string id,
        IServiceProvider services,
        CancellationToken stop)
    {
        // A caller who has just changed the presence must not get an answer that was read before the change.
        LoadedPresence loaded = await services.GetRequiredKeyedService<PresenceLoader>(tenant)
            .GetAsync(id, notBefore: TimeProvider.System.GetUtcNow(), stop);
        return loaded.Presence is { } presence
            ? TypedResults.Ok(PresenceAnswer.Of(presence))
            : TypedResults.Problem(Problem.UnknownUser());
    }

    private static async Task<Results<Ok<PresencesAnswer>, ProblemHttpResult>> GetManyAsync(
        [Description(Tenant)] string tenant,
        [Description("The object ids of the users, separated by commas.")] string? ids,
        IServiceProvider services,
        CancellationToken stop)
    {
        string[] asked = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (asked.Length == 0)
        {
            return TypedResults.Problem(Problem.NoIds());
        }

        int wrong = Array.FindIndex(asked, id => !DirectoryUser.IsObjectId(id));
        if (wrong >= 0)
        {
            return TypedResults.Problem(Problem.BadIdOf(wrong + 1, asked.Length));
        }

        PresenceReadResult read = await Client(services, tenant).Presences.GetAsync(asked, stop);
        return TypedResults.Ok(new PresencesAnswer([.. read.Select(PresenceAnswer.Of)], read.Missing));
    }

    private static async Task<NoContent> PreferAsync(
        [Description(Tenant)] string tenant,
        [Description(Id)] string id,
        PreferredBody body,
        IServiceProvider services,
        CancellationToken stop)
    {
        await Client(services, tenant).Users[id].Preferred.SetAsync(body.Presence, body.Duration, stop);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ClearAsync(
        [Description(Tenant)] string tenant,
        [Description(Id)] string id,
        IServiceProvider services,
        CancellationToken stop)
    {
        await Client(services, tenant).Users[id].Preferred.ClearAsync(stop);
        return TypedResults.NoContent();
    }

    private static PresenceServiceClient Client(IServiceProvider services, string tenant) =>
        services.GetRequiredKeyedService<PresenceServiceClient>(tenant);
}
