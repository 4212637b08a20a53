using System.Buffers.Binary;
using System.Xml.Linq;

namespace PackageTrial.Contents;

/// <summary>What the nuspec says for readers of the registry, and what it requires of the consumer.</summary>
internal static class NuspecRules
{
    // Limits of the registry.
    private const int LongestDescription = 4_000;

    private const int LongestReleaseNotes = 35_000;

    private static readonly string[] Required =
    [
        "authors", "copyright", "description", "icon", "id", "license", "projectUrl", "readme", "releaseNotes", "tags",
        "version",
    ];

    public static IEnumerable<string> Faults(Package package, ExpectedPackage expected) =>
    [
        .. Required.Where(name => string.IsNullOrWhiteSpace(package.Value(name)))
            .Select(name => $"the nuspec has no {name}."),
        .. Texts(package), .. Icon(package), .. Dependencies(package, expected), .. Frameworks(package, expected),
    ];

    private static IEnumerable<string> Texts(Package package)
    {
        if (package.Elements("license").SingleOrDefault() is not { Value: "MIT" } license
            || (string?)license.Attribute("type") != "expression")
        {
            yield return "the licence is not the expression MIT.";
        }

        XElement? repository = package.Elements("repository").SingleOrDefault();
        if ((string?)repository?.Attribute("url") != package.Value("projectUrl")
            || string.IsNullOrEmpty((string?)repository?.Attribute("commit")))
        {
            yield return "the repository is not at the projectUrl, or has no commit.";
        }

        if (package.Value("description")?.Length > LongestDescription
            || package.Value("releaseNotes")?.Length > LongestReleaseNotes)
        {
            yield return $"the description is longer than {LongestDescription} characters, or the release notes than "
                + $"{LongestReleaseNotes}.";
        }
    }

    // A square PNG of at least 128 pixels: its header has width and height.
    private static IEnumerable<string> Icon(Package package)
    {
        byte[] icon = package.Files.GetValueOrDefault(package.Value("icon") ?? "") ?? [];
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        bool isPng = icon.Length > 24 && icon.AsSpan().StartsWith(signature);
        int width = isPng ? BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)) : 0;
        int height = isPng ? BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)) : 0;
        return width >= 128 && width == height ? [] : ["the icon is not a square PNG of 128 pixels or more."];
    }

    private static IEnumerable<string> Dependencies(Package package, ExpectedPackage expected)
    {
        string version = package.Value("version")!;
        string[] actual =
        [
            .. package.Elements("dependency").Select(element =>
                $"{(string?)element.Attribute("id")} {(string?)element.Attribute("version")}"),
        ];
        string[] wanted =
        [
            .. expected.Dependencies.Select(dependency =>
                $"{dependency.Id} {dependency.Lowest.Replace(ExpectedPackage.Own, version, StringComparison.Ordinal)}"),
        ];
        string[] frameworks = [.. package.Elements("group").Attributes("targetFramework").Select(a => a.Value)];
        return
        [
            .. actual.Except(wanted).Select(dependency => $"depends on {dependency}, which is not in the table."),
            .. wanted.Except(actual).Select(dependency => $"does not depend on {dependency}."),
            .. frameworks.Where(framework => framework != "net10.0").Select(framework => $"has {framework}."),
        ];
    }

    private static IEnumerable<string> Frameworks(Package package, ExpectedPackage expected)
    {
        string[] actual =
            [.. package.Elements("frameworkReference").Attributes("name").Select(name => name.Value)];
        return actual.SequenceEqual(expected.Frameworks)
            ? []
            : [$"references the frameworks [{string.Join(", ", actual)}], and not "
                + $"[{string.Join(", ", expected.Frameworks)}]."];
    }
}
