namespace PresenceBoard;

/// <summary>The program cannot go on, for a reason that its user can mend; the message says it in one line.</summary>
internal sealed class BoardException : Exception
{
    public BoardException()
    {
    }

    public BoardException(string message) : base(message)
    {
    }

    public BoardException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
