namespace CallStatusSync;

/// <summary>The exit codes.</summary>
internal static class ExitCode
{
    /// <summary>No one is left in a call.</summary>
    public const int Success = 0;

    /// <summary>Someone is left in a call, or an event could not be used, or the program failed.</summary>
    public const int Failure = 1;

    public const int BadArguments = 2;
}
