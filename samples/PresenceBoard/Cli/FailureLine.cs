using PresenceClient;

namespace PresenceBoard;

/// <summary>What a failure comes to in one line: what happened, and the cure. Null for what is a bug of the program.</summary>
internal static class FailureLine
{
    public static string? For(Exception failure) => failure switch
    {
        PresenceAuthenticationException { InnerException: { } cause } => $"Signing in failed: {Reason(cause)}",
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
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException)
                return $"the sign-in service cannot be reached: {cause.Message}.";
        }

        string said = failure.GetBaseException().Message.Split('\n', StringSplitOptions.TrimEntries)[0];
        return $"{said.TrimEnd('.')}. Check the tenant, the client id and the secret or certificate.";
    }
}
