using System.Net;
using PresenceClient.Http;

namespace PresenceClient;

/// <summary>The base class of every failure of a call, except for wrong arguments and cancellation.</summary>
/// <remarks>
/// <para>The message and <see cref="ToString"/> can be logged: they contain no ids or sign-in names of users, no tokens
/// and no control characters. Texts of the service or of other code are masked (<c>***</c>).
/// <see cref="ServiceMessage"/> and <see cref="Exception.InnerException"/> (the exception of the HTTP client or of the
/// credential) are not masked.</para>
/// <para>Source of the error format: <see href="https://learn.microsoft.com/graph/errors">Microsoft Graph
/// errors</see>.</para>
/// </remarks>
public class PresenceException : Exception
{
    // A message of the service can have any length, and it is kept as long as the exception is.
    private const int LongestMessage = 4_000;

    private const int LongestName = 256;

    /// <summary>Creates a failure without a message.</summary>
    public PresenceException()
    {
    }

    /// <summary>Creates a failure with a message.</summary>
    /// <param name="message">What failed, and what to do.</param>
    public PresenceException(string? message) : base(message)
    {
    }

    /// <summary>Creates a failure with a message and its cause.</summary>
    /// <param name="message">What failed, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PresenceException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    internal PresenceException(string message, FailureDetails details, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = details.StatusCode;
        ErrorCode = SafeText.Cut(details.Error.Code, LongestName);
        ServiceMessage = SafeText.Cut(details.Error.Message, LongestMessage);
        RequestId = SafeText.Cut(details.Error.RequestId, LongestName);
        ClientRequestId = details.ClientRequestId;
        Operation = details.Operation.Name;
        RetryAfter = details.RetryAfter;
        Retry = details.Retry;
    }

    private protected PresenceException(PresenceException other) : base(other.Message, other.InnerException)
    {
        StatusCode = other.StatusCode;
        ErrorCode = other.ErrorCode;
        ServiceMessage = other.ServiceMessage;
        RequestId = other.RequestId;
        ClientRequestId = other.ClientRequestId;
        Operation = other.Operation;
        RetryAfter = other.RetryAfter;
    }

    /// <summary>The status of the HTTP answer, or null if there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// The error code of the service, for example <c>InvalidArgument</c>, or null. Branch on it, not on a message.
    /// </summary>
    /// <remarks>A longer code is cut after 256 characters.</remarks>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// The unchanged error message of the service, which can be empty, or null. It can contain ids and sign-in names.
    /// </summary>
    /// <remarks>A longer message is cut after 4,000 characters.</remarks>
    public string? ServiceMessage { get; init; }

    /// <summary>The request id of the service, which Microsoft support asks for, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The request id of this client (the header <c>client-request-id</c>), or null.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>The operation that failed, for example <c>users.presence.setPresence</c>, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>How long to wait before the next request, or null if it is not known.</summary>
    /// <remarks>
    /// Set by the service with a 429 or 503, and possibly with other errors (<c>Retry-After</c>), or by the client when
    /// a hold-back or the pace delays requests. For a read of many users, it is the longest of all failures.
    /// </remarks>
    public TimeSpan? RetryAfter { get; init; }

    // Not copied: only the pipeline reads it, before other callers get the failure.
    internal RetryAdvice? Retry { get; }

    /// <summary>Returns the types, messages and stack traces of the failure and of its causes, masked.</summary>
    public override string ToString() => FailureText.Of(this);

    /// <summary>
    /// Returns a copy for another caller, because one instance that is thrown in several places mixes up their stack
    /// traces.
    /// </summary>
    internal virtual PresenceException Copy() => new(this);
}
