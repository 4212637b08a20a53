using System.Net;
using Microsoft.AspNetCore.Mvc;
using PresenceClient;

namespace PresenceService.Problems;

/// <summary>
/// What a caller is told of each failure. The words are the service's own: no ids, no tokens, nothing of Graph's.
/// </summary>
internal static class Problem
{
    public static ProblemDetails UnknownTenant() => New(404, "Unknown tenant", "The service has no such tenant.");

    public static ProblemDetails UnknownUser() => New(404, "Unknown user", "The tenant tells nothing of such a user.");

    public static ProblemDetails BadIds() =>
        New(400, "Bad id", "Users are named by their object ids, which are GUIDs; many are separated by commas.");

    /// <summary>The problem that an exception stands for; null for a mistake of the service's own.</summary>
    public static ProblemDetails? Of(Exception exception) => exception switch
    {
        PresenceIncompleteException { InnerException: PresenceException reason } => Of(reason),
        PresenceThrottledException => New(429, "Too many requests", "The tenant asks for patience; try again later."),
        PresenceAccessDeniedException denied => New(403, "Access denied",
            $"The tenant grants this service no such access; it takes {denied.ApplicationPermission ?? "a user"}."),
        PresenceAuthenticationException => New(502, "Sign-in failed", "The service cannot sign in to the tenant."),
        PresenceNotFoundException => UnknownUser(),
        PresenceTimeoutException => New(504, "Timeout", "The tenant took too long."),
        PresenceException { StatusCode: HttpStatusCode.BadRequest } =>
            New(400, "Refused", "The tenant refuses the request as wrong."),
        PresenceException { StatusCode: HttpStatusCode.ServiceUnavailable } =>
            New(503, "Unavailable", "The tenant does not serve now; try again later."),
        PresenceException { StatusCode: HttpStatusCode.GatewayTimeout } => New(504, "Timeout", "The tenant is slow."),
        PresenceException => New(502, "No answer", "The tenant gave no answer that could be used."),
        ArgumentException { ParamName: "id" or "ids" } => BadIds(),
        ArgumentOutOfRangeException { ParamName: "presence" or "duration" } => New(400, "Bad preferred presence",
            $"The presence is one of {string.Join(", ", Enum.GetNames<PreferredPresence>())}; the duration, if there "
            + "is one, is more than zero, such as 01:00:00."),
        _ => null,
    };

    /// <summary>How long the caller should wait, where that is known.</summary>
    public static TimeSpan? RetryAfter(Exception exception) => (exception as PresenceException)?.RetryAfter;

    private static ProblemDetails New(int status, string title, string detail) =>
        new() { Status = status, Title = title, Detail = detail };
}
