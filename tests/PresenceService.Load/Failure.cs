using System.Net;

namespace PresenceService.Load;

/// <summary>Judges an answer that is no success.</summary>
internal static class Failure
{
    /// <summary>
    /// A failure of the tenant's that outlasts the retries is an answer where the service says so in problem details;
    /// everything else was not to be expected.
    /// </summary>
    public static Verdict Judge(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? Verdict.Problem
            : Verdict.Lost;
}
