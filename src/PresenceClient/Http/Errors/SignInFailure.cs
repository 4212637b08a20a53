namespace PresenceClient.Http;

/// <summary>Finds the reason in an exception of a credential.</summary>
internal static class SignInFailure
{
    private const string Code = "AADSTS";

    private const string SupportIds = "Trace ID:";

    public static string Reason(Exception cause)
    {
        for (Exception? inner = cause; inner is not null; inner = inner.InnerException)
        {
            // The outer exceptions repeat it for each of their attempts.
            if (inner is HttpRequestException)
            {
                var failure = ConnectionFailure.Of(inner);
                return $"the sign-in service cannot be reached: {failure.What}. {failure.Cure}".TrimEnd();
            }
        }

        // A message of Azure.Identity can end with a colon. The inner exception then has the reason.
        while (cause.InnerException is { } inner && cause.Message.TrimEnd().EndsWith(':'))
        {
            cause = inner;
        }

        return FromCode(cause.Message);
    }

    // The identity provider's own message begins with its code, and ends before the ids for support.
    private static string FromCode(string words)
    {
        int start = words.IndexOf(Code, StringComparison.Ordinal);
        return start < 0 ? words : words[start..].Split(SupportIds)[0].TrimEnd();
    }
}
