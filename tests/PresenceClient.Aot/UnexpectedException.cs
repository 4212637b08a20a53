namespace PresenceClient.Aot;

/// <summary>An expectation failed.</summary>
public sealed class UnexpectedException : Exception
{
    public UnexpectedException()
    {
    }

    public UnexpectedException(string message) : base(message)
    {
    }

    public UnexpectedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
