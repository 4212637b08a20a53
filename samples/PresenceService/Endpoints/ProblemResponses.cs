using Microsoft.AspNetCore.Mvc;

namespace PresenceService.Endpoints;

/// <summary>Describes the problems of an endpoint in the OpenAPI document.</summary>
internal static class ProblemResponses
{
    public static T ProducesProblems<T>(this T endpoint, params int[] statuses) where T : IEndpointConventionBuilder
    {
        foreach (int status in statuses)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(
                status, typeof(ProblemDetails), ["application/problem+json"]));
        }

        return endpoint;
    }
}
