namespace PresenceClient.Tests.House.English;

/// <summary>A text that people read, and where it is.</summary>
/// <param name="File">The path from the root of the repository.</param>
/// <param name="Line">The line on which the text begins.</param>
/// <param name="Text">The text, with the line breaks that it has in the file.</param>
internal sealed record Prose(string File, int Line, string Text)
{
    /// <summary>Lists the banned phrases of the text, each with its place.</summary>
    public IEnumerable<string> FindFaults() => BannedPhrases.Find(Text).Select(fault =>
        $"{File}:{Line + Text.AsSpan(0, fault.Index).Count('\n')}: '{fault.Phrase.ReplaceLineEndings(" ")}'. "
        + $"Write: {fault.Instead}.");
}
