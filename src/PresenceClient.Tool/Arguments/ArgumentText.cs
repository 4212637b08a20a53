namespace PresenceClient.Tool;

/// <summary>The message of an exception for an argument, without the name of the method's parameter.</summary>
internal static class ArgumentText
{
    public static string Of(ArgumentException failure)
    {
        int suffix = failure.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return suffix < 0 ? failure.Message : failure.Message[..suffix];
    }
}
