namespace PresenceClient.Tool;

/// <summary>Messages about arguments.</summary>
internal static class ArgumentText
{
    /// <summary>For an unknown option in the place of an argument.</summary>
    public static string NotAnOption(string word) => $"'{word}' is not an option of this command.";

    /// <summary>The message of an exception, without the name of the method's parameter.</summary>
    public static string Of(ArgumentException failure)
    {
        int suffix = failure.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return suffix < 0 ? failure.Message : failure.Message[..suffix];
    }
}
