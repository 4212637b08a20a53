namespace PresenceClient.Cli;

/// <summary>The exit codes.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The service failed, a file cannot be read, or the output is incomplete.</summary>
    public const int Failure = 1;

    public const int BadArguments = 2;

    /// <summary>Ctrl-C before everything was printed; the number is a convention of shells.</summary>
    public const int Interrupted = 130;
}
