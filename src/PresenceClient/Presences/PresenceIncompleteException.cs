namespace PresenceClient;

/// <summary>The exception that is thrown when some users could not be read.</summary>
/// <remarks><see cref="Result"/> has the others.</remarks>
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

    /// <summary>Creates an exception with a partial result.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="result">The presences that were read, and the failures.</param>
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
        PresenceException?[] failures = [innerException, .. result.Failures.Select(static f => f.Exception)];
        RetryAfter = failures.Max(static failure => failure?.RetryAfter);
    }

    /// <summary>
    /// The presences that were read, and in <see cref="PresenceReadResult.Failures"/> the ids that failed.
    /// </summary>
    public PresenceReadResult Result { get; } = new([]);

    /// <summary>
    /// Creates the exception of a read of a number of users. The first failure becomes the inner exception.
    /// </summary>
    internal static PresenceIncompleteException For(PresenceReadResult result, int asked)
    {
        PresenceException reason = result.Failures[0].Exception;
        int failed = result.Failures.Sum(static failure => failure.Ids.Count);
        return new PresenceIncompleteException(
            $"The presence of {failed} of {asked} users could not be read: {reason.Message}", result, reason);
    }
}
