using PresenceClient;

namespace PresenceBoard;

/// <summary>What a failure comes to in one line: what happened, and the cure. Null for what is a bug of the program.</summary>
internal static class FailureLine
{
    public static string? For(Exception failure) => failure switch
    {
        PresenceAuthenticationException { InnerException: { } cause } =>
            $"Signing in failed: {Reason(cause)} Check the tenant, the client id and the secret or certificate.",
        PresenceAccessDeniedException =>
            $"{failure.Message} Grant it to the app registration, with an administrator's consent.",
        PresenceException or BoardException => failure.Message,
        _ => null,
    };

    /// <summary>What is lacking in a reading, or null if nothing is.</summary>
    public static string? For(PresenceReadResult result)
    {
        if (result.Failures.Count == 0)
            return null;
        int lost = result.Failures.Sum(failure => failure.Ids.Count);
        int asked = result.Count + result.Missing.Count + lost;
        return $"{lost} of {asked} presences could not be read: {result.Failures[0].Exception.Message}";
    }

    // Sign-in libraries wrap the identity service's words in their own; the innermost exception has them bare.
    private static string Reason(Exception failure)
    {
        string[] lines = failure.GetBaseException().Message.Split('\n', StringSplitOptions.TrimEntries);
        return lines[0].EndsWith('.') ? lines[0] : lines[0] + ".";
    }
}
