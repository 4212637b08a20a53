namespace PresenceClient;

/// <summary>Some presences of a read of many users could not be read; the others are in <see cref="Result"/>.</summary>
public sealed class PresenceIncompleteException : PresenceException
{
    /// <inheritdoc cref="PresenceException()"/>
    public PresenceIncompleteException()
    {
    }

    /// <inheritdoc cref="PresenceException(string)"/>
    public PresenceIncompleteException(string? message) : base(message)
    {
    }

    /// <inheritdoc cref="PresenceException(string, Exception)"/>
    public PresenceIncompleteException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>A failure with what was read all the same.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="result">What was read, and what was not.</param>
    /// <param name="innerException">The first failure.</param>
    public PresenceIncompleteException(string? message, PresenceReadResult result, PresenceException? innerException)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(result);
        Result = result;
        StatusCode = innerException?.StatusCode;
        ErrorCode = innerException?.ErrorCode;
        ServiceMessage = innerException?.ServiceMessage;
        RequestId = innerException?.RequestId;
        ClientRequestId = innerException?.ClientRequestId;
        Operation = innerException?.Operation;
        RetryAfter = result.Failures.Select(static failure => failure.Exception).Append(innerException)
            .Max(static failure => failure?.RetryAfter);
    }

    /// <summary>The presences that were read, and in <see cref="PresenceReadResult.Failures"/> the others.</summary>
    public PresenceReadResult Result { get; } = new([]);

    /// <summary>The failure of a read that asked for so many users; its reason is the first failure.</summary>
    internal static PresenceIncompleteException For(PresenceReadResult result, int asked)
    {
        PresenceException reason = result.Failures[0].Exception;
        int lacking = result.Failures.Sum(static failure => failure.Ids.Count);
        return new PresenceIncompleteException(
            $"The presence of {lacking} of {asked} users could not be read: {reason.Message}", result, reason);
    }
}
