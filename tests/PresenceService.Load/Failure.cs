using System.Net;

namespace PresenceService.Load;

/// <summary>Judges an answer that is not a success.</summary>
internal static class Failure
{
    /// <summary>
    /// A fault of the tenant that outlasts the retries is answered with problem details; anything else is unexpected.
    /// </summary>
    public static Verdict Judge(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? Verdict.Problem
            : Verdict.Lost;
}
