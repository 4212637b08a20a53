using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The C# blocks of every page of the repository, and those that are examples.</summary>
internal static partial class CodeBlocks
{
    public static IEnumerable<CodeBlock> Find() =>
        Markdown.Pages.SelectMany(page => Of(page, File.ReadAllText(Repository.PathOf(page))));

    /// <summary>
    /// Reads the blocks of a page. A comment <c>run</c> or <c>run endless</c> above a block makes it an example. The
    /// comment can contain statements that prepare the tenant. The next block, of the kind <c>text</c>, is the output.
    /// A comment <c>Microsoft.Graph</c> is above a block that needs that library, and <c>before: Microsoft.Graph</c> if
    /// the next C# block replaces it.
    /// </summary>
    public static IEnumerable<CodeBlock> Of(string page, string text) =>
        Block().Matches(text.ReplaceLineEndings("\n")).Select((match, index) =>
            new CodeBlock($"{page} #{index + 1}", match.Groups["code"].Value)
            {
                IsRun = match.Groups["run"].Success,
                NeedsMicrosoftGraph = match.Groups["sdk"].Success,
                IsBefore = match.Groups["before"].Success,
                IsEndless = match.Groups["endless"].Success,
                Setup = match.Groups["setup"].Value,
                Output = match.Groups["output"] is { Success: true } output
                    ? output.Value.TrimEnd('\n').Split('\n')
                    : null,
            });

    /// <summary>Counts what looks like the marker of an example.</summary>
    public static int CountMarkers(string text) => Marker().Count(text);

    [GeneratedRegex(
        @"(?:^<!-- (?:(?<run>run)(?<endless> endless)?|(?<before>before: )?(?<sdk>Microsoft\.Graph))\b"
        + @"(?<setup>(?:(?!-->).)*)-->\n+)?"
        + @"^```csharp\n(?<code>.*?)^```\n"
        + @"(?:\n*(?:(?!```)[^\n]+:\n\n)?```text\n(?<output>.*?)^```)?",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\s*<!--\s*run\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Marker();
}
