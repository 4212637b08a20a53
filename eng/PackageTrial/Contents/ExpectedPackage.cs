namespace PackageTrial.Contents;

/// <summary>What a package contains and requires.</summary>
/// <param name="Id">The id of the package.</param>
/// <param name="Files">The files, without the readme, the icon and the nuspec, which every package has.</param>
/// <param name="Dependencies">The dependencies, with the reason for the lowest version of each.</param>
/// <param name="Frameworks">The shared frameworks that it references.</param>
internal sealed record ExpectedPackage(
    string Id, string[] Files, ExpectedDependency[] Dependencies, params string[] Frameworks)
{
    /// <summary>Stands for the version of the packages of this repository.</summary>
    public const string Own = "{version}";
}
