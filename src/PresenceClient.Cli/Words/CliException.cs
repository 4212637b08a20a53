namespace PresenceBoard;

/// <summary>The program cannot continue, for a reason that its user can fix. The message is one line.</summary>
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
