namespace PresenceClient.Cli;

/// <summary>The program cannot continue, for a reason that its user can fix. The message is one line.</summary>
internal sealed class CliException : Exception
{
    public CliException()
    {
    }

    public CliException(string message) : base(message)
    {
    }

    public CliException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
