using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.AspNetCore.Events;

namespace PresenceClient;

/// <summary>Maps an endpoint that sends the changes of a <see cref="PresenceWatch"/> to browsers.</summary>
/// <remarks>
/// <para>The endpoint answers <c>GET</c> with a stream of server-sent events. A browser reads it with
/// <c>EventSource</c>, which reconnects by itself. Every event has JSON data:</para>
/// <list type="table">
/// <listheader><term>event</term><description>data</description></listheader>
/// <item><term>initial</term><description><c>users</c>: the first states of up to 200 users. <c>reset</c>: whether they
/// replace everything that the page has.</description></item>
/// <item><term>change</term><description><c>users</c>: up to 200 changed users, each with its <c>kind</c>
/// (<see cref="PresenceChangeKind"/>).</description></item>
/// <item><term>status</term><description>The status of the watch; also the end of each sweep. Its id is the version
/// that the events before it reach, with a mark of the selection if the stream has only some of the
/// users.</description></item>
/// <item><term>beat</term><description>A sign of life, when nothing else was sent for
/// <see cref="PresenceEventsOptions.BeatInterval"/>.</description></item>
/// </list>
/// <para>A browser that reconnects sends the last id (<c>Last-Event-ID</c>) and gets the changes since. If that version
/// is no longer known, or if the caller may now see other users, the stream begins anew, with <c>reset</c>.</para>
/// <para><c>?ids={id},{id}</c> selects users, and <c>?group={name}</c> selects a group that
/// <see cref="PresenceEventsOptions.Filter"/> knows. Other values are answered with 400 and problem details.</para>
/// <para>A slow browser gets the latest state of each user: the host holds at most one pending change for each user and
/// stream. A host that stops ends its streams at once.</para>
/// <para>The endpoint has no authorization of its own. Call <c>RequireAuthorization</c> on the result.</para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddPresenceClient(builder.Configuration.GetSection("Presence"));
/// builder.Services.AddPresenceWatch(o => o.OnRefusal = PresenceWatchRefusal.KeepTrying);
///
/// app.MapPresenceEvents("/events").RequireAuthorization();
/// </code>
/// </example>
public static class PresenceEventsEndpointRouteBuilderExtensions
{
    private const string Description =
        "The events are initial, change, status and beat, each with JSON data. A caller that reconnects with "
        + "Last-Event-ID gets the changes since.";

    /// <summary>Maps the events of the watch that <c>AddPresenceWatch</c> registered.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The pattern of the route, for example <c>/events</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the endpoint's conventions, for example authorization.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="InvalidOperationException">The watch is not registered.</exception>
    public static IEndpointConventionBuilder MapPresenceEvents(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Action<PresenceEventsOptions>? configure = null) => Map(endpoints, pattern, key: null, configure);

    /// <summary>Maps the events of the watch that <c>AddKeyedPresenceWatch</c> registered under a key.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The pattern of the route, for example <c>/contoso/events</c>.</param>
    /// <param name="key">The key of the watch.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the endpoint's conventions, for example authorization.</returns>
    /// <exception cref="ArgumentException">The key is null or blank, or an option is not valid.</exception>
    /// <exception cref="InvalidOperationException">The watch is not registered.</exception>
    public static IEndpointConventionBuilder MapKeyedPresenceEvents(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string key,
        Action<PresenceEventsOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Map(endpoints, pattern, key, configure);
    }

    private static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints, string pattern, string? key, Action<PresenceEventsOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var options = new PresenceEventsOptions();
        configure?.Invoke(options);
        options.Check();
        if (!endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsKeyedService>()
            .IsKeyedService(typeof(PresenceWatch), key))
        {
            throw new InvalidOperationException(
                $"No PresenceWatch is registered{(key is null ? "" : $" under the key '{key}'")}. The endpoint sends "
                + $"the changes of a watch. Call {(key is null ? "AddPresenceWatch" : "AddKeyedPresenceWatch")} "
                + "before you build the application.");
        }

        RequestDelegate handle = new EventsEndpoint(key, options).HandleAsync;
        return endpoints.MapGet(pattern, handle)
            .DisableRequestTimeout()
            .WithSummary("Sends presence changes as server-sent events.")
            .WithDescription(Description)
            // API descriptions, for example OpenAPI, contain only endpoints with a method.
            .WithMetadata(handle.Method)
            .WithMetadata(new ProducesResponseTypeMetadata(
                StatusCodes.Status200OK, typeof(string), ["text/event-stream"]))
            .WithMetadata(Problem(StatusCodes.Status400BadRequest))
            .WithMetadata(Problem(StatusCodes.Status403Forbidden))
            .WithMetadata(Problem(StatusCodes.Status404NotFound));
    }
    private static ProducesResponseTypeMetadata Problem(int status) =>
        new(status, typeof(ProblemDetails), ["application/problem+json"]);
}
