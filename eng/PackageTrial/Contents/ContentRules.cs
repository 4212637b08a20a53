namespace PackageTrial.Contents;

/// <summary>All rules of a package's contents.</summary>
internal sealed class ContentRules(IReadOnlyList<string> machinePaths)
{
    private readonly PathRules _paths = new(machinePaths);

    /// <summary>Returns what is wrong with a package; nothing if it is ready to publish.</summary>
    public IReadOnlyList<string> Faults(Package package) =>
        ExpectedPackages.All.SingleOrDefault(expected => expected.Id == package.Id) is { } expected
            ?
            [
                .. FileRules.Faults(package, expected), .. NuspecRules.Faults(package, expected),
                .. ReadmeRules.Faults(package), .. AssemblyRules.Faults(package), .. _paths.Faults(package),
            ]
            : ["is not in the table of packages."];
}
