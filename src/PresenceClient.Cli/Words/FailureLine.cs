namespace PresenceClient.Cli;

/// <summary>Describes a failure in one line: what happened, and what to do. Null for a bug of the program.</summary>
internal static class FailureLine
{
    public static string? For(Exception failure) => failure switch
    {
        // The identity provider answered, with its own code, so a value in the arguments is wrong.
        PresenceAuthenticationException when failure.Message.Contains("AADSTS", StringComparison.Ordinal) =>
            $"{failure.Message.TrimEnd('.')}. Check the tenant, the client id and the secret or certificate.",
        // The message says what failed and what to do; an IOException can be a full disk under standard output.
        PresenceException or CliException or IOException => failure.Message,
        // .NET's console throws it where standard output is closed, as with >&- in a shell.
        UnauthorizedAccessException => $"Standard output cannot be written: {failure.GetBaseException().Message}.",
        _ => null,
    };

    /// <summary>Says how many presences could not be read, and why; null if none failed.</summary>
    public static string? For(PresenceReadResult result)
    {
        if (result.Failures.Count == 0)
        {
            return null;
        }

        int lost = result.Failures.Sum(failure => failure.Ids.Count);
        int asked = result.Count + result.Missing.Count + lost;
        return $"{StateText.Count(lost)} of {StateText.Count(asked)} presences could not be read: "
            + result.Failures[0].Exception.Message;
    }
}
