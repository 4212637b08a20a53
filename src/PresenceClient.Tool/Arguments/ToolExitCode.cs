namespace PresenceClient.Tool;

/// <summary>The exit codes of the tool, in addition to those that all programs have.</summary>
internal static class ToolExitCode
{
    /// <summary>Done for some of the people, but not for all.</summary>
    public const int Incomplete = 3;

    /// <summary>Signing in failed, or the token was rejected.</summary>
    public const int SignInFailed = 4;

    /// <summary>A permission is missing.</summary>
    public const int AccessDenied = 5;

    /// <summary>The exit code for a failure that ends a command.</summary>
    public static int Of(Exception failure) => failure switch
    {
        PresenceAuthenticationException => SignInFailed,
        PresenceAccessDeniedException => AccessDenied,
        _ => ExitCode.Failure,
    };
}
