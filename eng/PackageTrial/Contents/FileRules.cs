namespace PackageTrial.Contents;

/// <summary>
/// A package has exactly the files that the table lists, and its symbols have one file for each assembly.
/// </summary>
internal static class FileRules
{
    public static IEnumerable<string> Faults(Package package, ExpectedPackage expected)
    {
        string[] files = [.. expected.Files, $"{package.Id}.nuspec", "README.md", "icon.png"];
        string[] symbols =
        [
            .. package.OwnAssemblies.Select(path => Path.ChangeExtension(path, ".pdb")), $"{package.Id}.nuspec",
        ];
        return
        [
            .. package.Files.Keys.Except(files).Select(path =>
                $"contains {path}, which is not in the table. Remove it from the package, or add it to the table."),
            .. files.Except(package.Files.Keys).Select(path => $"does not contain {path}."),
            .. package.Symbols.Keys.Except(symbols).Select(path => $"the symbols contain {path}."),
            .. symbols.Except(package.Symbols.Keys).Select(path => $"the symbols do not contain {path}."),
        ];
    }
}
