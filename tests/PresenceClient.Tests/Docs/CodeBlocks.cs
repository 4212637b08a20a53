using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The C# blocks of every page of the repository.</summary>
internal static partial class CodeBlocks
{
    public static IEnumerable<(string Place, string Code)> Find()
    {
        foreach (string page in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories))
        {
            string place = Path.GetRelativePath(Repository.Root, page).Replace('\\', '/');
            if (place.Contains("/bin/", StringComparison.Ordinal) || place.Contains("/obj/", StringComparison.Ordinal))
            {
                continue;
            }

            int number = 0;
            foreach (Match block in CSharp().Matches(File.ReadAllText(page)))
            {
                yield return ($"{place} #{++number}", block.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex("^```csharp\r?\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharp();
}
