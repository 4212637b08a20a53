namespace PresenceBoard;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The service refused or failed, a file cannot be read, or not all could be printed.</summary>
    public const int Failure = 1;

    public const int BadArguments = 2;

    /// <summary>Ctrl-C before everything was printed; shells know this number.</summary>
    public const int Interrupted = 130;
}
