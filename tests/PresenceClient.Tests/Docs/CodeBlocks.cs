using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The C# blocks of every page of the repository.</summary>
internal static partial class CodeBlocks
{
    public static IEnumerable<(string Place, string Code)> Find()
    {
        foreach (string page in Markdown.Pages)
        {
            int number = 0;
            foreach (Match block in CSharp().Matches(File.ReadAllText(Repository.PathOf(page))))
            {
                yield return ($"{page} #{++number}", block.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex("^```csharp\r?\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharp();
}
