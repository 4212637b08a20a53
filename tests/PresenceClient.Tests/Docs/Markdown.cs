using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The Markdown pages of the repository.</summary>
internal static class Markdown
{
    /// <summary>Their paths from the root, with slashes.</summary>
    public static IEnumerable<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'))
            .Where(page => !page.Contains("/bin/", StringComparison.Ordinal)
                && !page.Contains("/obj/", StringComparison.Ordinal)),
    ];
}
