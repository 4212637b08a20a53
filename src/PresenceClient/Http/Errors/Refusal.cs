using System.Globalization;
using System.Net;

namespace PresenceClient.Http;

/// <summary>Says what an error status means and what to do about it.</summary>
internal static class Refusal
{
    /// <summary>The message of the exception.</summary>
    /// <param name="call">The operation, with the number of the attempt.</param>
    /// <param name="details">What the service answered.</param>
    /// <param name="confidential">The parts of the request that must not get into the message; or null.</param>
    public static string Message(string call, FailureDetails details, IReadOnlyList<string>? confidential)
    {
        HttpStatusCode status = details.StatusCode!.Value;
        string code = details.Error.Code is { } c && !c.Equals($"{status}", StringComparison.OrdinalIgnoreCase)
            ? $", {SafeText.Mask(c, confidential)}"
            : "";
        string words = string.IsNullOrWhiteSpace(details.Error.Message)
            ? "."
            : $": {SafeText.Mask(details.Error.Message, confidential)!.TrimEnd('.')}.";
        string what = status == HttpStatusCode.Forbidden
            ? $"Access denied (403{code}) for {call}"
            : $"{call} failed with {(int)status} {status}{code}";
        string advice = string.Concat(Advice(status, details).Select(static text => " " + text));

        // The body can say anything for an id; only what is one may go into a log.
        string id = GuidText.IsGuid(details.Error.RequestId) ? $" (request-id {details.Error.RequestId})" : "";
        return $"{what}{words}{advice}{id}";
    }

    private static IEnumerable<string> Advice(HttpStatusCode status, FailureDetails details)
    {
        GraphPermissions permissions = details.Operation.Permissions;
        bool ofGraph = details.Error.IsOfGraph;
        switch (status)
        {
            case HttpStatusCode.Unauthorized when details.AsksForClaims:
                yield return "The service requires a new token with additional claims (continuous access evaluation). "
                    + "Sign in again with a credential or an adapter that can provide them.";
                break;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when !ofGraph:
                yield return "The answer does not have the form of Microsoft Graph's errors. A gateway or a proxy "
                    + "before the service may have sent it. Check what it requires.";
                break;
            case HttpStatusCode.Unauthorized:
                yield return "The service did not accept the token.";
                yield return permissions.Delegated is null
                    ? "A signed-in user can only write their own presence. Sign in as that user, or as an application."
                    : "Check the tenant and the cloud that the credential signs in to.";
                break;
            case HttpStatusCode.ProxyAuthenticationRequired:
                yield return "The proxy requires authentication. Give the HTTP client's proxy credentials.";
                break;
            case HttpStatusCode.BadRequest when NeedsAPerson(details):
                yield return "The client signed in as an application, which has no 'me'. Sign in a person, or use "
                    + "Users[id].";
                break;
            case HttpStatusCode.NotFound:
                yield return "Check the id or the name, and the tenant.";
                break;
            case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                yield return "A redirect is not followed, because the token would go with it. Check the address.";
                break;
            default:
                break;
        }

        if (status == HttpStatusCode.Forbidden)
        {
            yield return (ofGraph ? "Grant " : "If it is Microsoft Graph's, grant ") + $"{permissions}.";
        }

        if (details.RetryAfter is { } wait)
        {
            yield return $"Wait {Seconds(wait)} s before the next request.";
            if (details.AskedToWait > wait)
            {
                yield return $"The service asked for {Seconds(details.AskedToWait.Value)} s, which "
                    + $"{nameof(PresenceClientOptions.MaxRetryAfter)} limits.";
            }
        }
    }

    // Graph's words are "/me request is only valid with delegated authentication flow."
    private static bool NeedsAPerson(FailureDetails details) =>
        details.Operation.Path.StartsWith("/me/", StringComparison.Ordinal)
            && details.Error.Message?.Contains("delegated authentication", StringComparison.OrdinalIgnoreCase) == true;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
