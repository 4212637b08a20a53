using System.Globalization;
using System.Net;
using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>Makes the exception for whatever went wrong with one request.</summary>
internal sealed class FailureFactory(GraphOperation operation, string clientRequestId, TimeProvider time)
{
    /// <summary>The service answered with a status that is no success.</summary>
    public async Task<PresenceException> RefusedAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        GraphError error = await ErrorBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        FailureDetails details = new(operation, clientRequestId, response.StatusCode, error);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new PresenceAuthenticationException(Refusal(details,
                operation.Permissions.Delegated is null
                    ? "The token was not accepted; a signed-in user can write only their own presence."
                    : "The token was not accepted."), details),
            HttpStatusCode.Forbidden => new PresenceAccessDeniedException(Refusal(details,
                $"The operation needs {operation.Permissions}."), details),
            HttpStatusCode.NotFound => new PresenceNotFoundException(Refusal(details), details),
            HttpStatusCode.TooManyRequests => Throttled(details, RetryAfter.Read(response.Headers, time)),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new PresenceException(Refusal(details,
                "A redirect is not followed, since a token would go with it."), details),
            _ => new PresenceException(Refusal(details), details),
        };
    }

    /// <summary>The credential gave no token.</summary>
    public PresenceException SignInFailed(Exception cause) => new PresenceAuthenticationException(
        $"{operation.Name}: signing in failed: {SafeText.Mask(SignInFailure.Reason(cause))}", Details(null), cause);

    /// <summary>The time was up, or a timeout of the HTTP client's own (no limit of ours) struck.</summary>
    public PresenceException TimedOut(Exception cause, TimeSpan? limit) => new PresenceTimeoutException(
        limit is { } time
            ? $"{operation.Name} took longer than {Seconds(time)} s ({nameof(PresenceClientOptions.AttemptTimeout)})."
            : $"{operation.Name} was given up by the HTTP client, a handler or the credential; see HttpClient.Timeout.",
        Details(null), cause);

    /// <summary>The caller's own HTTP client followed a redirect away, and what answered is somebody else.</summary>
    public PresenceException Redirected(HttpStatusCode status) => new(
        $"{operation.Name}: the HTTP client followed a redirect to another host, whose answer is not taken; "
            + "turn AllowAutoRedirect off.", Details(status));

    /// <summary>No answer, or one that broke off.</summary>
    public PresenceException Broken(Exception cause) => new(
        $"{operation.Name}: the request failed, or its answer broke off ({cause.GetType().Name}).",
        Details((cause as HttpRequestException)?.StatusCode), cause);

    /// <summary>The adapter ignored that its answer was asked for as it is.</summary>
    public PresenceException NoResponse() => new(
        $"{operation.Name}: the request adapter handed over no HTTP response; it must support Kiota's "
            + "ResponseHandlerOption.", Details(null));

    /// <summary>A success whose body is of another type.</summary>
    public PresenceException NotJson(HttpStatusCode status, string? mediaType) => new(
        $"{operation.Name}: the answer is of type {mediaType}, not JSON; a proxy or a sign-in page may have sent it.",
        Details(status));

    /// <summary>A success whose body cannot be read.</summary>
    public PresenceException Malformed(HttpStatusCode status, JsonException cause) => new(
        $"{operation.Name}: the answer cannot be read. {cause.Message}", Details(status), cause);

    private static string Refusal(FailureDetails details, string? cure = null)
    {
        string status = $"{(int)details.StatusCode!.Value} {details.StatusCode}";
        string? words = SafeText.Mask(details.Error.Message);
        string code = details.Error.Code is null ? "" : $", {SafeText.Mask(details.Error.Code)}";
        string said = string.IsNullOrEmpty(words) ? "." : $": {words.TrimEnd('.')}.";
        string id = details.Error.RequestId is null ? "" : $" (request-id {details.Error.RequestId})";
        return $"{details.Operation.Name} failed with {status}{code}{said}{(cure is null ? "" : " " + cure)}{id}";
    }

    private static PresenceThrottledException Throttled(FailureDetails details, TimeSpan? retryAfter) => new(
        Refusal(details, retryAfter is { } wait ? $"Wait {Seconds(wait)} s before the next request." : null),
        details)
    {
        RetryAfter = retryAfter,
    };

    // Messages are English, so the point is a point wherever the program runs.
    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private FailureDetails Details(HttpStatusCode? status) => new(operation, clientRequestId, status, GraphError.None);
}
