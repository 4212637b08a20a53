using System.Text;

namespace PackageTrial.Contents;

/// <summary>No file contains a path of the machine that built it, as UTF-8 or as UTF-16.</summary>
/// <param name="paths">The paths: the repository, the folder of packages, temporary files.</param>
internal sealed class PathRules(IReadOnlyList<string> paths)
{
    public IEnumerable<string> Faults(Package package) =>
        from file in package.Files.Concat(package.Symbols)
        from path in paths
        where Contains(file.Value, path)
        select $"{file.Key} contains the path {path} of this machine.";

    private static bool Contains(byte[] bytes, string path) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)) >= 0
        || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)) >= 0;
}
