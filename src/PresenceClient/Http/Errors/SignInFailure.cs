namespace PresenceClient.Http;

/// <summary>Finds in what a credential throws the sentence that says why.</summary>
internal static class SignInFailure
{
    private const string Code = "AADSTS";

    private const string SupportIds = "Trace ID:";

    public static string Reason(Exception cause)
    {
        for (Exception? inner = cause; inner is not null; inner = inner.InnerException)
        {
            // The libraries above repeat it for each of their tries.
            if (inner is HttpRequestException)
            {
                var failure = ConnectionFailure.Of(inner);
                return $"the sign-in service cannot be reached: {failure.What}. {failure.Cure}".TrimEnd();
            }
        }

        // Azure.Identity can leave its own message open, after a colon; the exception inside then says what happened.
        while (cause.InnerException is { } inner && cause.Message.TrimEnd().EndsWith(':'))
        {
            cause = inner;
        }

        return FromCode(cause.Message);
    }

    // What the identity provider itself says begins with its code, and ends before the ids for its support.
    private static string FromCode(string words)
    {
        int start = Math.Max(0, words.IndexOf(Code, StringComparison.Ordinal));
        int end = words.IndexOf(SupportIds, start, StringComparison.Ordinal);
        return start == 0 || end < 0 ? words[start..] : words[start..end].TrimEnd();
    }
}
