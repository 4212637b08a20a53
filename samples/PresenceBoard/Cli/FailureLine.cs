using PresenceClient;

namespace PresenceBoard;

/// <summary>What a failure comes to in one line: what happened, and the cure. Null for a bug of the program.</summary>
internal static class FailureLine
{
    public static string? For(Exception failure) => failure switch
    {
        PresenceAuthenticationException { InnerException: { } cause } => $"Signing in failed: {Reason(cause)}",
        PresenceAccessDeniedException =>
            $"{failure.Message} Grant it to the app registration, with an administrator's consent.",
        // Such as a full disk under standard output.
        PresenceException or BoardException or IOException => failure.Message,
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

    // The client's message has all that the sign-in library says, as a log wants it. Here its heart is enough.
    private static string Reason(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException)
                return $"the sign-in service cannot be reached: {cause.Message}.";
        }

        return $"{Heart(failure.GetBaseException().Message).TrimEnd('.')}. "
            + "Check the tenant, the client id and the secret or certificate.";
    }

    // What the identity service itself says begins with its code; the lines after the first are ids for its support.
    private static string Heart(string message)
    {
        int code = message.IndexOf("AADSTS", StringComparison.Ordinal);
        return message[Math.Max(0, code)..].Split('\n', StringSplitOptions.TrimEntries)[0];
    }
}
