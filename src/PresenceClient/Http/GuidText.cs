namespace PresenceClient.Http;

/// <summary>Recognizes GUIDs as Graph writes them.</summary>
internal static class GuidText
{
    private const int Length = 36;

    /// <summary>Whether it is a GUID of 36 characters; parsing alone would take blanks around it too.</summary>
    public static bool IsGuid(string? text) => text?.Length == Length && Guid.TryParseExact(text, "D", out _);
}
