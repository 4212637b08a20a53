namespace PresenceClient;

/// <summary>The exception that is thrown when a call with many writes is cancelled.</summary>
/// <remarks>
/// <see cref="Result"/> has the outcome of each. No request of the call is in flight when it is thrown. To continue,
/// send the writes again whose outcome is <see cref="PresenceWriteOutcome.Canceled"/>.
/// </remarks>
public sealed class PresenceWriteCanceledException : OperationCanceledException
{
    /// <summary>Creates an exception without a result.</summary>
    public PresenceWriteCanceledException()
    {
    }

    /// <summary>Creates an exception without a result.</summary>
    /// <param name="message">The error message.</param>
    public PresenceWriteCanceledException(string? message) : base(message)
    {
    }

    /// <summary>Creates an exception without a result.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause.</param>
    public PresenceWriteCanceledException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates an exception with the outcome of each write.</summary>
    /// <param name="result">The outcomes, in the order of the writes.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    public PresenceWriteCanceledException(PresenceWriteResult result, CancellationToken cancellationToken)
        : base(MessageFor(result), cancellationToken) => Result = result;

    /// <summary>The outcome of each write, in the order given.</summary>
    public PresenceWriteResult Result { get; } = new([]);

    private static string MessageFor(PresenceWriteResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return $"The call was cancelled: {result.Count(static o => o.Succeeded)} of {result.Count} writes succeeded. "
            + $"{nameof(Result)} has the outcome of each.";
    }
}
