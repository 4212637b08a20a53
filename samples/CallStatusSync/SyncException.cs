namespace CallStatusSync;

/// <summary>The program cannot continue, for a reason that its user can fix. The message is one line.</summary>
internal sealed class SyncException : Exception
{
    public SyncException()
    {
    }

    public SyncException(string message) : base(message)
    {
    }

    public SyncException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
