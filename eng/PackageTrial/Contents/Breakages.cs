using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text;
using System.Xml.Linq;

namespace PackageTrial.Contents;

/// <summary>Packages with one fault each, which the rules must report: a proof of the rules in each run.</summary>
internal static class Breakages
{
    private const string Docs = "lib/net10.0/PresenceClient.xml";

    private const string Library = "lib/net10.0/PresenceClient.dll";

    // A text of generated code, which is in the symbols only in compressed sources.
    private const string Generated = "System.Text.Json.SourceGeneration";

    private const string Symbols = "lib/net10.0/PresenceClient.pdb";

    /// <summary>Breaks a package in every way, and returns the ways that the rules do not report.</summary>
    /// <param name="package">PresenceClient without a fault.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="machinePath">A path of this machine.</param>
    public static IReadOnlyList<string> NotReported(Package package, ContentRules rules, string machinePath) =>
    [
        .. All(package, machinePath).Where(way => !rules.Faults(way.Broken)
                .Any(fault => fault.Contains(way.Expected, StringComparison.Ordinal)))
            .Select(way => $"No rule reports \"{way.Expected}\"."),
        .. new PathRules([Generated]).Faults(package).Any(fault => fault.StartsWith(Symbols, StringComparison.Ordinal))
            ? (IEnumerable<string>)[]
            : [$"The rule for paths does not look into the sources that {Symbols} embeds."],
    ];

    /// <summary>Returns how many ways there are.</summary>
    public static int Count(Package package) => All(package, "").Count();

    // The broken package, and a part of the fault that must be reported.
    private static IEnumerable<(string Expected, Package Broken)> All(Package package, string machinePath) =>
    [
        ("contains lib/net10.0/Other.dll", With(package, "lib/net10.0/Other.dll", [0])),
        ("contains build/PresenceClient.targets", With(package, "build/PresenceClient.targets", [0])),
        ($"does not contain {Docs}", Without(package, Docs)),
        ("does not contain icon.png", Without(package, "icon.png")),
        ("the icon is not a square PNG", With(package, "icon.png", new byte[100])),
        ("does not contain README.md", Without(package, "README.md")),
        ("links to docs/live.md", InReadme(package, "[live](docs/live.md)")),
        ("links to ../live.md", InReadme(package, "[live]: ../live.md")),
        ("links to #limits", InReadme(package, "[limits](#limits)")),
        ("links to http://example.com", InReadme(package, "[site](http://example.com)")),
        ("shows the image https://example.com", InReadme(package, "![wall](https://example.com/wall.png)")),
        ("links to docs/wall.md", InReadme(
            package, "[![wall](https://raw.githubusercontent.com/wall.png)](docs/wall.md)")),
        ("has HTML", InReadme(package, "<img src=\"wall.png\">")),
        ("the nuspec has no releaseNotes", InNuspec(package, nuspec => Element(nuspec, "releaseNotes").Remove())),
        ("the nuspec has no tags", InNuspec(package, nuspec => Element(nuspec, "tags").Value = " ")),
        ("the licence is not", InNuspec(package, nuspec => Element(nuspec, "license").Value = "GPL-3.0-only")),
        ("the repository is not at", InNuspec(package, nuspec =>
            Element(nuspec, "repository").SetAttributeValue("commit", null))),
        ("depends on Microsoft.Kiota.Abstractions 2.1.6", InNuspec(package, nuspec =>
            Dependency(nuspec, "Microsoft.Kiota.Abstractions").SetAttributeValue("version", "2.1.6"))),
        ("depends on Polly 8.0.0", InNuspec(package, nuspec => Element(nuspec, "group").Add(new XElement(
            nuspec.Name.Namespace + "dependency", new XAttribute("id", "Polly"), new XAttribute("version", "8.0.0"))))),
        ("does not depend on Azure.Identity", InNuspec(package, nuspec =>
            Dependency(nuspec, "Azure.Identity").Remove())),
        ("references the frameworks [Microsoft.AspNetCore.App]", InNuspec(package, nuspec =>
            Element(nuspec, "metadata").Add(new XElement(nuspec.Name.Namespace + "frameworkReference",
                new XAttribute("name", "Microsoft.AspNetCore.App"))))),
        ("has net8.0", InNuspec(package, nuspec =>
            Element(nuspec, "group").SetAttributeValue("targetFramework", "net8.0"))),
        ("PresenceWatch of lib/net10.0/PresenceClient.dll has no docs", With(package, Docs, Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(package.Files[Docs]).Replace(
                "\"T:PresenceClient.PresenceWatch\"", "\"T:Other\"", StringComparison.Ordinal)))),
        ("the symbols do not contain", package with { Symbols = new Dictionary<string, byte[]>() }),
        ("belong to another build", WithId(package)),
        ("and not a path below /_/", WithSource(package)),
        ($"{Library} contains the path {machinePath}", With(package, Library,
            [.. package.Files[Library], .. Encoding.Unicode.GetBytes(machinePath)])),
        ($"{Symbols} contains the path {machinePath}", package with
        {
            Symbols = With(package.Symbols, Symbols,
                [.. package.Symbols[Symbols], .. Encoding.UTF8.GetBytes(machinePath)]),
        }),
    ];

    private static Package Without(Package package, string path) => package with
    {
        Files = package.Files.Where(file => file.Key != path).ToDictionary(),
    };

    private static Package With(Package package, string path, byte[] bytes) =>
        package with { Files = With(package.Files, path, bytes) };

    private static Dictionary<string, byte[]> With(
        IReadOnlyDictionary<string, byte[]> files, string path, byte[] bytes) =>
        new(files) { [path] = bytes };

    private static Package InReadme(Package package, string line) => With(
        package, "README.md", [.. package.Files["README.md"], .. Encoding.UTF8.GetBytes($"\n{line}\n")]);

    private static Package InNuspec(Package package, Action<XElement> change)
    {
        XElement nuspec = package.Nuspec;
        change(nuspec);
        return With(package, $"{package.Id}.nuspec", Encoding.UTF8.GetBytes(nuspec.ToString()));
    }

    private static XElement Element(XElement nuspec, string name) =>
        nuspec.DescendantsAndSelf().First(element => element.Name.LocalName == name);

    private static XElement Dependency(XElement nuspec, string id) =>
        nuspec.Descendants().Single(element => (string?)element.Attribute("id") == id);

    // The id of the symbols is in a stream that begins with it; another id is another build.
    private static Package WithId(Package package)
    {
        byte[] symbols = [.. package.Symbols[Symbols]];
        int stream = symbols.AsSpan().IndexOf("#Pdb"u8);
        int offset = BitConverter.ToInt32(symbols, stream - 8);
        symbols[offset] ^= 1;
        return package with { Symbols = With(package.Symbols, Symbols, symbols) };
    }

    // The name of a source is a separator and the places of its parts, of which "_" is one, in the heap of blobs.
    private static Package WithSource(Package package)
    {
        byte[] symbols = [.. package.Symbols[Symbols]];
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(package.Symbols[Symbols]));
        MetadataReader reader = provider.GetMetadataReader();
        BlobReader parts = reader.GetBlobReader(reader.GetDocument(reader.Documents.First()).Name);
        parts.ReadByte();
        while (parts.RemainingBytes > 0)
        {
            BlobHandle part = parts.ReadBlobHandle();
            if (reader.GetBlobBytes(part).AsSpan().SequenceEqual("_"u8))
            {
                // After the length, which is one byte.
                symbols[reader.GetHeapMetadataOffset(HeapIndex.Blob) + reader.GetHeapOffset(part) + 1] = (byte)'w';
            }
        }

        return package with { Symbols = With(package.Symbols, Symbols, symbols) };
    }
}
