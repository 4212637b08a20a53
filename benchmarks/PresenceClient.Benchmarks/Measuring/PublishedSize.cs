using System.IO.Enumeration;
using Microsoft.Graph;
using PresenceClient.TestSupport;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>
/// The size that a package adds to the output of <c>dotnet publish</c> for an app of one file, without the part that
/// any sign-in needs.
/// </summary>
internal static class PublishedSize
{
    // Symbols and docs are in the output only because the repository's project is referenced, not its package.
    private static readonly string[] NotCounted =
        ["Azure.*", "System.ClientModel*", "Microsoft.Identity*", "*.pdb", "*.xml"];

    /// <summary>The version of Microsoft.Graph that everything is compared with.</summary>
    public static string PeerVersion { get; } =
        typeof(GraphServiceClient).Assembly.GetName().Version!.ToString(fieldCount: 3);

    public static async Task<double> CompareAsync(CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("presence-published-").FullName;
        try
        {
            string project = Repository.PathOf("src", "PresenceClient");
            long nothing = await PublishAsync(folder, "nothing", "", cancellationToken);
            long ours = await PublishAsync(folder, "ours", $"#:project {project}", cancellationToken);
            long theirs = await PublishAsync(
                folder, "theirs", $"#:package Microsoft.Graph@{PeerVersion}", cancellationToken);
            return (double)(ours - nothing) / (theirs - nothing);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<long> PublishAsync(
        string folder, string name, string reference, CancellationToken cancellationToken)
    {
        string app = Path.Combine(folder, name + ".cs");
        string output = Path.Combine(folder, name);
        await File.WriteAllTextAsync(
            app, $"{reference}\n#:property PublishAot=false\nConsole.WriteLine();\n", cancellationToken);
        await Dotnet.RunAsync(["publish", app, "--output", output], cancellationToken, folder);
        return new DirectoryInfo(output).EnumerateFiles("*", SearchOption.AllDirectories).Where(IsCounted)
            .Sum(file => file.Length);
    }

    private static bool IsCounted(FileInfo file) =>
        !NotCounted.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, file.Name));
}
