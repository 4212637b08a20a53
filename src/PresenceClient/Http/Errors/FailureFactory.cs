using System.Globalization;
using System.Net;
using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>Makes the exception for whatever went wrong with one request.</summary>
internal sealed class FailureFactory(CallRun run, string? clientRequestId)
{
    private readonly GraphOperation _operation = run.Call.Operation;

    // A reader of logs wants to know whether the client tried again.
    private string Name => run.Attempts > 1 ? $"{_operation.Name} (attempt {run.Attempts})" : _operation.Name;

    /// <summary>The service answered with a status that is no success.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="wait">What it asks to wait; null when it does not say.</param>
    /// <param name="asksForClaims">Whether it asks for a token with claims.</param>
    /// <param name="cancellationToken">Cancels reading the body.</param>
    public async Task<PresenceException> RefusedAsync(
        HttpResponseMessage response, RetryAfter? wait, bool asksForClaims, CancellationToken cancellationToken)
    {
        GraphError error = await ErrorBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        FailureDetails details = new(_operation, clientRequestId, response.StatusCode, error)
        {
            Retry = RetryAdvice.For(response.StatusCode, wait?.Wait),
        };
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new PresenceAuthenticationException(Refusal(details,
                asksForClaims
                    ? "The service requires a new token with additional claims (continuous access evaluation). Sign in "
                        + "again with a credential or an adapter that can provide them."
                : _operation.Permissions.Delegated is null
                    ? "The token was not accepted; a signed-in user can write only their own presence."
                    : "The token was not accepted."), details),
            HttpStatusCode.Forbidden => new PresenceAccessDeniedException(Refusal(details,
                $"The operation needs {_operation.Permissions}."), details),
            HttpStatusCode.NotFound => new PresenceNotFoundException(Refusal(details), details)
            {
                MayBeDone = run.MayBeDone,
            },
            HttpStatusCode.TooManyRequests => new PresenceThrottledException(Refusal(details, Patience(wait)), details)
            {
                RetryAfter = wait?.Wait,
                Attempts = run.Attempts,
            },
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new PresenceException(Refusal(details,
                "A redirect is not followed, since a token would go with it."), details),
            _ => new PresenceException(Refusal(details, Patience(wait)), details),
        };
    }

    /// <summary>The client itself holds requests back, for longer than the call may wait.</summary>
    public PresenceException HeldBack(TimeSpan wait) => new PresenceThrottledException(
        $"{Name}: the next request may be sent in {Seconds(wait)} s, after a 429 or for the client's own pace "
            + $"({nameof(PresenceClientOptions.MaxRequestsPer30Seconds)}), and the call may not wait so long "
            + $"({nameof(PresenceClientOptions.WaitWhenThrottled)}, {nameof(PresenceClientOptions.TotalTimeout)}).",
        Details(null))
    {
        RetryAfter = wait,
        Attempts = run.Attempts,
    };

    /// <summary>The credential gave no token.</summary>
    public PresenceException SignInFailed(Exception cause) => new PresenceAuthenticationException(
        $"{Name}: signing in failed: {SafeText.Mask(SignInFailure.Reason(cause))}", Details(null), cause);

    /// <summary>The time was up.</summary>
    public PresenceException TimedOut(Exception cause, AttemptLimit limit) => new PresenceTimeoutException(
        limit.IsOfCall
            ? $"{Name}: the call took longer than {Seconds(run.Limit!.Value)} s with all its attempts and waits "
                + $"({nameof(PresenceClientOptions.TotalTimeout)})."
            : $"{Name} took longer than {Seconds(limit.Duration)} s ({nameof(PresenceClientOptions.AttemptTimeout)}).",
        Details(null, RetryAdvice.Lost), cause);

    /// <summary>A timeout of the HTTP client's own, no limit of ours, struck.</summary>
    public PresenceException GivenUp(Exception cause) => new PresenceTimeoutException(
        $"{Name} was given up by the HTTP client, a handler or the credential; see HttpClient.Timeout.",
        Details(null, RetryAdvice.Lost), cause);

    /// <summary>The caller's own HTTP client followed a redirect away, and what answered is somebody else.</summary>
    public PresenceException Redirected(HttpStatusCode status) => new(
        $"{Name}: the HTTP client followed a redirect to another host, whose answer is not taken; "
            + "turn AllowAutoRedirect off.", Details(status));

    /// <summary>No answer, or one that broke off.</summary>
    public PresenceException Broken(Exception cause) => new(
        $"{Name}: the request failed, or its answer broke off ({cause.GetType().Name}).",
        Details((cause as HttpRequestException)?.StatusCode, RetryAdvice.For(cause)), cause);

    /// <summary>The adapter ignored that its answer was asked for as it is.</summary>
    public PresenceException NoResponse() => new(
        $"{Name}: the request adapter handed over no HTTP response; it must support Kiota's "
            + "ResponseHandlerOption.", Details(null));

    /// <summary>A success whose body is of another type.</summary>
    public PresenceException NotJson(HttpStatusCode status, string? mediaType) => new(
        $"{Name}: the answer is of type {mediaType}, not JSON; a proxy or a sign-in page may have sent it.",
        Details(status));

    /// <summary>A success whose body cannot be read.</summary>
    public PresenceException Malformed(HttpStatusCode status, JsonException cause)
    {
        // The parser can quote the rest of the answer, people's messages included; our readers name properties alone.
        JsonException safe = cause.GetType() == typeof(JsonException) ? cause : new JsonException(
            $"It is no JSON. LineNumber: {cause.LineNumber} | BytePositionInLine: {cause.BytePositionInLine}.",
            path: null, cause.LineNumber, cause.BytePositionInLine);
        return new PresenceException(
            $"{Name}: the answer cannot be read. {safe.Message}", Details(status, RetryAdvice.Lost), safe);
    }

    private static string? Patience(RetryAfter? wait) => wait switch
    {
        null => null,
        { Asked: var asked, Wait: var shorter } when asked > shorter =>
            $"Wait {Seconds(shorter)} s before the next request. The service asked for {Seconds(asked)} s, which "
                + $"{nameof(PresenceClientOptions.MaxRetryAfter)} limits.",
        { Asked: var asked } => $"Wait {Seconds(asked)} s before the next request.",
    };

    // Messages are English, so the point is a point wherever the program runs.
    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private string Refusal(FailureDetails details, string? cure = null)
    {
        string status = $"{(int)details.StatusCode!.Value} {details.StatusCode}";
        string? words = SafeText.Mask(details.Error.Message);
        string code = details.Error.Code is null ? "" : $", {SafeText.Mask(details.Error.Code)}";
        string said = string.IsNullOrEmpty(words) ? "." : $": {words.TrimEnd('.')}.";

        // The body can say anything for an id; only what is one may go into a log.
        string id = GuidText.IsGuid(details.Error.RequestId) ? $" (request-id {details.Error.RequestId})" : "";
        return $"{Name} failed with {status}{code}{said}{(cure is null ? "" : " " + cure)}{id}";
    }

    private FailureDetails Details(HttpStatusCode? status, RetryAdvice? retry = null) =>
        new(_operation, clientRequestId, status, GraphError.None) { Retry = retry };
}
