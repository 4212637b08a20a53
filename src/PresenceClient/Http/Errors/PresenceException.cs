using System.Net;
using PresenceClient.Http;

namespace PresenceClient;

/// <summary>The base of every failure of a call that is not the caller's own mistake.</summary>
/// <remarks>
/// <para>The message and <see cref="ToString"/> can be logged: they contain no ids or sign-in names of users, no tokens
/// and no control characters. Where such words come from the service or from other code, they are masked
/// (<c>***</c>). <see cref="ServiceMessage"/> and <see cref="Exception.InnerException"/> (the exception of the HTTP
/// client or of the credential) have them unmasked.</para>
/// <para>Source of the error's form: <see href="https://learn.microsoft.com/graph/errors">Microsoft Graph
/// errors</see>.</para>
/// </remarks>
public class PresenceException : Exception
{
    // What the service says can be as long as it likes, and whoever keeps an exception keeps it.
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
        Retry = other.Retry;
    }

    /// <summary>The status of the HTTP answer, or null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// The error code of the service, for example <c>InvalidArgument</c>, or null. Branch on this, never on a message.
    /// </summary>
    /// <remarks>Longer than 256 characters: the beginning.</remarks>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// The words of the service as they came, which can be empty, or null. They can contain ids and sign-in names.
    /// </summary>
    /// <remarks>Longer than 4,000 characters: the beginning.</remarks>
    public string? ServiceMessage { get; init; }

    /// <summary>The id that the service gave the request, for Microsoft's support, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id that this client gave the request (the header <c>client-request-id</c>), or null.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>The operation that failed, for example <c>users.presence.setPresence</c>, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>How long to wait before the next request, or null when nobody says.</summary>
    /// <remarks>
    /// The service says it with a 429 or 503, and can with any error (<c>Retry-After</c>). The client says it when it
    /// holds requests back itself. Of a read of many users, it is the longest of all failures.
    /// </remarks>
    public TimeSpan? RetryAfter { get; init; }

    internal RetryAdvice? Retry { get; }

    /// <summary>Returns the types, messages and stack traces of the failure and of its causes, masked.</summary>
    public override string ToString() => FailureText.Of(this);

    /// <summary>
    /// The same failure for one more caller: an instance that is thrown in several places at once mixes up their stack
    /// traces.
    /// </summary>
    internal virtual PresenceException Copy() => new(this);
}
