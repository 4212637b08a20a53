using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.AspNetCore.Notifications;

namespace PresenceClient;

/// <summary>Maps the endpoint that receives change notifications of presence.</summary>
/// <remarks>
/// <para>The endpoint answers the validation of its address, and accepts posts with 202 before they are validated: a
/// queue and a worker do the rest. It answers 400 for a body that is not a collection of notifications, 408 for one
/// that takes longer than 10 seconds to arrive, 413 for one of more than 1 MB, and 503 while the queue is full; the
/// service sends the post again then, for up to 4 hours.</para>
/// <para>It must be reachable without authentication: the service does not sign in. What authenticates a post is the
/// client state, the validation tokens and the signature of the content.</para>
/// </remarks>
public static class PresenceNotificationsEndpointRouteBuilderExtensions
{
    /// <summary>Maps the endpoint of the watch that <c>AddPresenceWatch</c> registered.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The pattern of the route, for example <c>/graph/presence</c>.</param>
    /// <returns>The builder of the endpoint's conventions.</returns>
    /// <exception cref="InvalidOperationException">The watch has no notifications.</exception>
    public static IEndpointConventionBuilder MapPresenceNotifications(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern) =>
        Map(endpoints, pattern, key: null);

    /// <summary>Maps the endpoint of the watch that <c>AddKeyedPresenceWatch</c> registered under a key.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The pattern of the route, for example <c>/contoso/presence</c>.</param>
    /// <param name="key">The key of the watch.</param>
    /// <returns>The builder of the endpoint's conventions.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    /// <exception cref="InvalidOperationException">The watch has no notifications.</exception>
    public static IEndpointConventionBuilder MapKeyedPresenceNotifications(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Map(endpoints, pattern, key);
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, string? key)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (!endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsKeyedService>()
            .IsKeyedService(typeof(NotificationHub), key))
        {
            throw new InvalidOperationException(
                $"The watch{(key is null ? "" : $" '{key}'")} has no notifications. The endpoint receives them for a "
                + "watch. Call AddNotifications on the result of AddPresenceWatch before you build the application.");
        }

        return endpoints.MapPost(pattern, (RequestDelegate)new NotificationsEndpoint(key).HandleAsync)
            .WithDisplayName($"Presence notifications of {pattern}")
            .AllowAnonymous();
    }
}
