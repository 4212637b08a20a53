namespace PackageTrial.Contents;

/// <summary>Checks the packages of a folder.</summary>
internal static class PackageCheck
{
    /// <summary>Reports each package, and returns the version of all; null if the consumers cannot be tried.</summary>
    public static string? Check(string folder, string repository, Report report)
    {
        string userFolder = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var rules = new ContentRules([repository, Path.Combine(userFolder, ".nuget"), Path.GetTempPath()]);
        Package[] packages =
        [
            .. Directory.EnumerateFiles(folder, "*.nupkg").Order(StringComparer.Ordinal).Select(Package.Read),
        ];
        foreach (Package package in packages)
        {
            report.Add(
                $"{package.Id}: {package.Files.Count} files, {package.Elements("dependency").Count()} dependencies",
                rules.Faults(package));
        }

        report.Add("every package of the table is there",
        [
            .. ExpectedPackages.All.Select(expected => expected.Id).Except(packages.Select(package => package.Id))
                .Select(id => $"{id} is missing."),
        ]);
        string?[] versions = [.. packages.Select(package => package.Value("version")).Distinct()];
        report.Add(
            "all packages have one version",
            versions.Length == 1 ? [] : [$"the versions are {string.Join(", ", versions)}."]);
        if (report.HasFailed)
        {
            return null;
        }

        Package client = packages.Single(package => package.Id == "PresenceClient");
        report.Add(
            $"{Breakages.Count(client)} kinds of broken packages are rejected",
            Breakages.NotReported(client, rules, repository));
        return versions[0];
    }
}
