using System.Text;

namespace PresenceClient.Http;

/// <summary>
/// The text of a failure for logs. Inner exceptions come from other code, and their messages can name users.
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

        // Its message quotes the answer, possibly as numbers.
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            "The answer is not valid HTTP.",
        _ => SafeText.Mask(failure.Message),
    };
}
