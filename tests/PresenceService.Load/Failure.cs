using System.Net;

namespace PresenceService.Load;

/// <summary>Judges an answer that is not a success.</summary>
internal static class Failure
{
    /// <summary>
    /// If a fault of the tenant lasts longer than the retries, problem details are expected. Any other answer is not.
    /// </summary>
    public static Verdict Judge(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? Verdict.Problem
            : Verdict.Lost;
}
