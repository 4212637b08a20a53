namespace PresenceClient;

/// <summary>Recognizes GUIDs as Graph writes them.</summary>
internal static class GuidText
{
    private const int Length = 36;

    /// <summary>
    /// Whether it is a GUID of 36 characters. Parsing alone would also take blanks around it, and signs and
    /// <c>0x</c> within.
    /// </summary>
    public static bool IsGuid(string? text) =>
        text?.Length == Length
        && Guid.TryParseExact(text, "D", out _)
        && text.All(static c => c == '-' || char.IsAsciiHexDigit(c));
}
