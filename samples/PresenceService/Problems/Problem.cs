using System.Net;
using Microsoft.AspNetCore.Mvc;
using PresenceClient;
using PresenceService.Bodies;

namespace PresenceService.Problems;

/// <summary>
/// The problem details for each failure. The service writes the texts itself: they contain no ids, no tokens and no
/// text of Graph.
/// </summary>
internal static class Problem
{
    private const string Routes =
        "The service has GET /{tenant}/presence/{id}, GET /{tenant}/presence?ids={id},{id}, "
        + "PUT and DELETE /{tenant}/presence/{id}/preferred, GET /{tenant}/people, GET /{tenant}/events, "
        + "GET /tenants, GET /health and GET /openapi/v1.json.";

    private const string IdRule =
        "Users are named by their object ids, for example 11111111-1111-4111-8111-111111111111; sign-in names are not "
        + "accepted.";

    public static ProblemDetails UnknownTenant() =>
        New(404, "Unknown tenant", "The service is not configured for this tenant.");

    public static ProblemDetails UnknownUser() => New(404, "Unknown user", "The tenant has no such user.");

    public static ProblemDetails BadId() => New(400, "Bad id", $"The id in the address is not an object id. {IdRule}");

    public static ProblemDetails NoIds() =>
        New(400, "Bad id", $"The query has no ids. Write ?ids={{id}},{{id}}. {IdRule}");

    public static ProblemDetails BadIdOf(int place, int count) =>
        New(400, "Bad id", $"Id {place} of {count} in the query is not an object id. {IdRule} Separate ids by commas.");

    /// <summary>The problem for an exception; null for a bug of the service.</summary>
    public static ProblemDetails? Of(Exception exception) => exception switch
    {
        PresenceIncompleteException { InnerException: PresenceException reason } => Of(reason),
        PresenceThrottledException => New(429, "Too many requests", "The tenant is throttled. Try again later."),
        PresenceAccessDeniedException denied => New(403, "Access denied",
            $"The service needs a permission in this tenant: {denied.ApplicationPermission ?? "a signed-in user"}."),
        PresenceAuthenticationException => New(502, "Sign-in failed", "The service cannot sign in to the tenant."),
        PresenceNotFoundException => UnknownUser(),
        PresenceTimeoutException => New(504, "Timeout", "The tenant took too long to answer. Try again later."),
        PresenceException { StatusCode: HttpStatusCode.BadRequest } => New(400, "Rejected",
            "The tenant rejected the request. Check that the id is a user's object id and that the duration is not "
            + "longer than Microsoft Graph allows."),
        PresenceException { StatusCode: HttpStatusCode.ServiceUnavailable } =>
            New(503, "Unavailable", "The tenant is unavailable. Try again later."),
        PresenceException { StatusCode: HttpStatusCode.GatewayTimeout } =>
            New(504, "Timeout", "The tenant took too long to answer. Try again later."),
        PresenceException => New(502, "No answer", "The tenant's answer cannot be used."),
        ArgumentException { ParamName: "id" } => BadId(),
        ArgumentOutOfRangeException { ParamName: "duration" } => New(400, "Bad request", DurationText.Rule),
        BadHttpRequestException bad => New(bad.StatusCode, Title(bad.StatusCode), bad.Message),
        _ => null,
    };

    /// <summary>How long the caller should wait; null if that is not known.</summary>
    public static TimeSpan? RetryAfter(Exception exception) => (exception as PresenceException)?.RetryAfter;

    /// <summary>Lists the routes when an address or a method does not exist.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Status is 404 or 405)
        {
            context.ProblemDetails.Detail ??= Routes;
        }
    }

    private static string Title(int status) => status switch
    {
        413 => "Body too large",
        415 => "Unsupported media type",
        _ => "Bad request",
    };

    private static ProblemDetails New(int status, string title, string detail) =>
        new() { Status = status, Title = title, Detail = detail };
}
