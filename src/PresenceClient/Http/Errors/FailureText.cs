using System.Text;

namespace PresenceClient.Http;

/// <summary>
/// The whole text of a failure, as logs have it. What is inside was thrown by other code, whose words can name users.
/// </summary>
internal static class FailureText
{
    public static string Of(PresenceException failure)
    {
        var text = new StringBuilder();
        Append(text, failure);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Exception failure)
    {
        text.Append(failure.GetType()).Append(": ").Append(MessageOf(failure));
        IReadOnlyCollection<Exception> inside = failure is AggregateException { InnerExceptions: var all } ? all
            : failure.InnerException is { } one ? [one]
            : [];
        foreach (Exception inner in inside)
        {
            Append(text.AppendLine().Append(" ---> "), inner);
            text.AppendLine().Append("   --- End of inner exception stack trace ---");
        }

        if (failure.StackTrace is { } trace)
        {
            text.AppendLine().Append(trace);
        }
    }

    private static string? MessageOf(Exception failure) => failure switch
    {
        PresenceException => failure.Message,

        // It quotes the answer, be it as a row of numbers.
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            "The answer is not valid HTTP.",
        _ => SafeText.Mask(failure.Message),
    };
}
