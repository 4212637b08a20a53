using System.Globalization;
using System.Net;

namespace PresenceClient.Http;

/// <summary>Creates the message for an error status: what it means, and what to do.</summary>
internal static class Refusal
{
    /// <summary>Returns the message of the exception.</summary>
    /// <param name="call">The operation, with the number of the attempt.</param>
    /// <param name="details">The error of the service.</param>
    /// <param name="confidential">
    /// Users' names or texts in the request, which the message must not contain; or null.
    /// </param>
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

        // The header can have any value, and only a GUID is safe to log.
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
                yield return "The answer does not have Microsoft Graph's error format. A gateway or a proxy may have "
                    + "sent it. Check what it requires.";
                break;
            case HttpStatusCode.Unauthorized:
                yield return "The service rejected the token.";
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
                yield return "Redirects are not followed, because the token would be sent along. Check the address.";
                break;
            default:
                break;
        }

        if (status == HttpStatusCode.Forbidden)
        {
            yield return (ofGraph ? "Grant " : "If Microsoft Graph sent it, grant ") + $"{permissions}.";
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

    // Graph's message is "/me request is only valid with delegated authentication flow."
    private static bool NeedsAPerson(FailureDetails details) =>
        details.Operation.Path.StartsWith("/me/", StringComparison.Ordinal)
            && details.Error.Message?.Contains("delegated authentication", StringComparison.OrdinalIgnoreCase) == true;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
