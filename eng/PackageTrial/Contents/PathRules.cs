using System.Text;

namespace PackageTrial.Contents;

/// <summary>
/// No file contains a path of the machine that built it, as UTF-8 or as UTF-16, also not in the sources that symbols
/// embed.
/// </summary>
/// <param name="paths">The paths: the repository, the folder of packages, temporary files.</param>
internal sealed class PathRules(IReadOnlyList<string> paths)
{
    public IEnumerable<string> Faults(Package package) =>
        from file in package.Files.Concat(package.Symbols)
        from path in paths
        where Parts(file.Key, file.Value).Any(bytes => Contains(bytes, path))
        select $"{file.Key} contains the path {path} of this machine.";

    private static IEnumerable<byte[]> Parts(string name, byte[] bytes) =>
        Path.GetExtension(name) == ".pdb" ? [bytes, .. EmbeddedSources.In(bytes)] : [bytes];

    private static bool Contains(byte[] bytes, string path) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)) >= 0
        || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)) >= 0;
}
