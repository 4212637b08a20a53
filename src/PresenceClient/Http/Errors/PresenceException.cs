using System.Net;
using PresenceClient.Http;

namespace PresenceClient;

/// <summary>A call to the service failed: the base of every failure that is not the caller's own mistake.</summary>
/// <remarks>
/// Kiota's or the HTTP client's exception, where there was one, is <see cref="Exception.InnerException"/>. The message
/// names no user: ids and sign-in names in the service's words are masked there; <see cref="ServiceMessage"/> has them.
/// Source of the error's form: <see href="https://learn.microsoft.com/graph/errors">Microsoft Graph errors</see>.
/// </remarks>
public class PresenceException : Exception
{
    /// <summary>A failure with nothing said of it.</summary>
    public PresenceException()
    {
    }

    /// <summary>A failure in words.</summary>
    /// <param name="message">What failed, and the cure.</param>
    public PresenceException(string? message) : base(message)
    {
    }

    /// <summary>A failure in words, with its cause.</summary>
    /// <param name="message">What failed, and the cure.</param>
    /// <param name="innerException">The cause.</param>
    public PresenceException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    internal PresenceException(string message, FailureDetails details, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = details.StatusCode;
        ErrorCode = details.Error.Code;
        ServiceMessage = details.Error.Message;
        RequestId = details.Error.RequestId;
        ClientRequestId = details.ClientRequestId;
        Operation = details.Operation.Name;
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
        Retry = other.Retry;
    }

    /// <summary>The status of the HTTP answer; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// Graph's error code, such as <c>InvalidArgument</c>, or null. Branch on this, never on a message.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>Graph's own words, which can be empty, or null. They can hold ids and sign-in names.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>The id that the service gave the request, for a call to Microsoft's support, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id that this client gave the request (the header <c>client-request-id</c>), or null.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>The operation that failed, such as <c>users.presence.setPresence</c>, or null.</summary>
    public string? Operation { get; init; }

    internal RetryAdvice? Retry { get; }

    /// <summary>
    /// The same failure for one more caller: an instance that is thrown in several places at once mixes up their stack
    /// traces.
    /// </summary>
    internal virtual PresenceException Copy() => new(this);
}
