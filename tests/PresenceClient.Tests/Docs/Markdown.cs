using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The Markdown pages of the repository, without those that tools put there.</summary>
internal static class Markdown
{
    private static readonly string[] ByTools = ["/artifacts/", "/bin/", "/obj/", "/node_modules/"];

    /// <summary>Their paths from the root, with slashes.</summary>
    public static IEnumerable<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'))
            .Where(page => !ByTools.Any(folder => $"/{page}".Contains(folder, StringComparison.Ordinal))),
    ];
}
