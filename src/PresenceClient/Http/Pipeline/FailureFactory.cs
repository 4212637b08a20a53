using System.Globalization;
using System.Net;
using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>Creates the exceptions of one attempt.</summary>
internal sealed class FailureFactory(CallRun run, string? clientRequestId)
{
    private static readonly ConnectionFailure TooLong = new(
        $"the answer has {ResponseBody.MaxLength / (1024 * 1024)} MB or more, which no answer of the service has",
        ConnectionFailure.CheckTheWay, Retry: null);

    private readonly GraphOperation _operation = run.Call.Operation;

    // So that a log shows whether the client retried.
    private string Name => run.Attempts > 1 ? $"{_operation.Name} (attempt {run.Attempts})" : _operation.Name;

    /// <summary>The client was disposed. The exception has the name of the public class.</summary>
    public static ObjectDisposedException Disposed() => new("PresenceClient.PresenceServiceClient");

    /// <summary>The status of the answer isn't a success.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="wait">The wait that it asks for; null for none.</param>
    /// <param name="asksForClaims">Whether it requires a token with additional claims.</param>
    /// <param name="cancellationToken">Cancels reading the body.</param>
    public async Task<PresenceException> RefusedAsync(
        HttpResponseMessage response, RetryAfter? wait, bool asksForClaims, CancellationToken cancellationToken)
    {
        GraphError error = await ErrorBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        var details = new FailureDetails(_operation, clientRequestId, response.StatusCode, error)
        {
            RetryAfter = wait?.Wait,
            AskedToWait = wait?.Asked,
            AsksForClaims = asksForClaims,
            Retry = RetryAdvice.For(response.StatusCode, wait?.Wait),
        };
        string message = Refusal.Message(Name, details, run.Call.Confidential);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new PresenceAuthenticationException(message, details),
            HttpStatusCode.Forbidden => new PresenceAccessDeniedException(message, details),
            HttpStatusCode.NotFound => new PresenceNotFoundException(message, details) { MayBeDone = run.MayBeDone },
            HttpStatusCode.TooManyRequests =>
                new PresenceThrottledException(message, details) { Attempts = run.Attempts },
            _ => new PresenceException(message, details),
        };
    }

    /// <summary>The hold-back or the pace requires a longer wait than the call allows.</summary>
    public PresenceException HeldBack(TimeSpan wait) => new PresenceThrottledException(
        $"{Name} was not sent. The next request may be sent in {Seconds(wait)} s, because of a 429 or the client's "
            + $"own pace ({nameof(PresenceClientOptions.MaxRequestsPer30Seconds)}). A call waits no longer than "
            + $"{nameof(PresenceClientOptions.TotalTimeout)} allows, and not for a 429 when "
            + $"{nameof(PresenceClientOptions.WaitWhenThrottled)} is false. Call again after that time.",
        Details(null) with { RetryAfter = wait })
    {
        Attempts = run.Attempts,
    };

    /// <summary>The credential returned no token.</summary>
    public PresenceException SignInFailed(Exception cause) => new PresenceAuthenticationException(
        $"{Name} was not sent, because signing in failed: {SafeText.Mask(SignInFailure.Reason(cause))}",
        Details(null), cause);

    /// <summary>The time limit of the attempt or of the call has passed.</summary>
    public PresenceException TimedOut(Exception cause, AttemptLimit limit) => new PresenceTimeoutException(
        limit.IsOfCall
            ? $"{Name} took longer than {Seconds(run.Limit!.Value)} s with all its attempts and waits. The limit of a "
                + $"call is {nameof(PresenceClientOptions.TotalTimeout)}. Try again later, or increase the limit."
            : $"{Name} took longer than {Seconds(limit.Duration)} s. The limit of an attempt is "
                + $"{nameof(PresenceClientOptions.AttemptTimeout)}. Try again later, or increase the limit.",
        Details(null, RetryAdvice.Lost), cause);

    /// <summary>The HTTP client cancelled the attempt, not a time limit of this client.</summary>
    public PresenceException GivenUp(Exception cause) => new PresenceTimeoutException(
        $"{Name} was cancelled by the HTTP client, one of its handlers or the credential. The HTTP client has time "
            + "limits of its own. Set HttpClient.Timeout to Timeout.InfiniteTimeSpan.",
        Details(null, RetryAdvice.Lost), cause);

    /// <summary>The caller's HTTP client followed a redirect, and another host answered.</summary>
    public PresenceException Redirected(HttpStatusCode status) => new(
        $"{Name} failed: the HTTP client followed a redirect to another host. The answer of another host is not "
            + "accepted. Turn AllowAutoRedirect off.", Details(status));

    /// <summary>Creates the exception for an answer that is missing or incomplete.</summary>
    public PresenceException Broken(Exception cause)
    {
        ConnectionFailure failure = cause is InvalidDataException ? TooLong : ConnectionFailure.Of(cause);
        string cure = failure.Cure is null ? "" : $" {failure.Cure}";

        // The status of a proxy that rejected the connection is not the status of an answer.
        HttpStatusCode? status = cause is HttpRequestException
        {
            HttpRequestError: not HttpRequestError.ProxyTunnelError, StatusCode: var reported,
        } ? reported : null;
        return new PresenceException($"{Name} failed: {failure.What}.{cure}", Details(status, failure.Retry), cause);
    }

    /// <summary>The adapter ignored the native response handler.</summary>
    public PresenceException NoResponse() => new(
        $"{Name} failed: the request adapter returned no HTTP response. The client requires an adapter that supports "
            + "Kiota's ResponseHandlerOption.", Details(null));

    /// <summary>The status is a success, but the body is not JSON.</summary>
    public PresenceException NotJson(HttpStatusCode status, string? mediaType)
    {
        // Only a short media type is safe to log.
        string type = mediaType?.Length <= 40 && mediaType.All(static c => char.IsAsciiLetter(c) || c is '/' or '-')
            ? mediaType
            : "another type";
        return new PresenceException(
            $"{Name} failed: the answer is {type}, not JSON. A proxy or a sign-in page may have sent it. Check what is "
                + "between this machine and the service.", Details(status));
    }

    /// <summary>An entry of a page cannot be read. The page's other entries can.</summary>
    /// <param name="namesUser">Whether the entry has the id of a user.</param>
    /// <param name="cause">The fault of the entry.</param>
    public PresenceException BrokenEntry(bool namesUser, JsonException cause) => new(
        $"{Name} failed for this user: " + (namesUser
            ? "the user's entry in the answer cannot be read. "
            : "the answer has no entry for the user, but has an entry without an id that cannot be read. ")
            + $"{cause.Message} The answer's other entries are not affected.",
        Details(HttpStatusCode.OK), cause);

    /// <summary>The status is a success, but the body cannot be read.</summary>
    public PresenceException Malformed(HttpStatusCode status, JsonException cause)
    {
        // The parser's message can quote the answer, and so users' texts. The readers' messages only name properties.
        JsonException safe = !Json.IsOfParser(cause) ? cause : new JsonException(
            $"It is not valid JSON. LineNumber: {cause.LineNumber} | BytePositionInLine: {cause.BytePositionInLine}.",
            path: null, cause.LineNumber, cause.BytePositionInLine);
        return new PresenceException(
            $"{Name} failed: the answer cannot be read. {safe.Message}", Details(status, RetryAdvice.Lost), safe);
    }

    // Messages are English, whatever the culture of the process.
    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private FailureDetails Details(HttpStatusCode? status, RetryAdvice? retry = null) =>
        new(_operation, clientRequestId, status, GraphError.None) { Retry = retry };
}
