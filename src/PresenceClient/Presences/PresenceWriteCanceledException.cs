namespace PresenceClient;

/// <summary>A call that sends many writes was cancelled; <see cref="Result"/> says what became of each write.</summary>
/// <remarks>
/// Nothing of the call is under way any more. Send the writes again whose outcome is
/// <see cref="PresenceWriteOutcome.Canceled"/>.
/// </remarks>
public sealed class PresenceWriteCanceledException : OperationCanceledException
{
    /// <summary>A cancellation without a result.</summary>
    public PresenceWriteCanceledException()
    {
    }

    /// <summary>A cancellation without a result.</summary>
    /// <param name="message">What was cancelled.</param>
    public PresenceWriteCanceledException(string? message) : base(message)
    {
    }

    /// <summary>A cancellation without a result.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="innerException">The cause.</param>
    public PresenceWriteCanceledException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>A cancellation with the outcome of each write.</summary>
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
