using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.House;

/// <summary>The C# files of the repository that no tool has generated.</summary>
internal static partial class HandwrittenFiles
{
    /// <summary>Lists the files below folders of the repository, as paths from the root with slashes.</summary>
    public static IEnumerable<string> Below(params string[] folders) =>
        folders.SelectMany(top =>
                Directory.EnumerateFiles(Repository.PathOf(top), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !NotByHand().IsMatch(file))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"/(bin|obj|Generated|node_modules)/")]
    private static partial Regex NotByHand();
}
