namespace PresenceClient;

/// <summary>A post was rejected as a whole: none of its notifications can be trusted.</summary>
/// <remarks>The message names no user and contains no part of the post.</remarks>
public sealed class PresenceNotificationException : Exception
{
    /// <summary>Creates an exception.</summary>
    public PresenceNotificationException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">The message.</param>
    public PresenceNotificationException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public PresenceNotificationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal PresenceNotificationException(
        PresenceNotificationFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>Why it was rejected.</summary>
    public PresenceNotificationFault Fault { get; }
}
