using System.Diagnostics;
using System.Globalization;
using System.IO.Enumeration;
using PresenceClient.Benchmarks.Measuring;
using PresenceClient.TestSupport;

namespace PresenceClient.Benchmarks.Start;

/// <summary>A published program of <c>benchmarks/PresenceClient.Start</c>.</summary>
/// <param name="client">The client that it uses, which is the name of its folder.</param>
/// <param name="form">The form in which it is published.</param>
/// <param name="folder">The folder that it is published to.</param>
internal sealed class StartProgram(string client, StartForm form, string folder)
{
    private static readonly string[] NotCounted = ["*.pdb", "*.dbg", "*.dwarf", "*.xml"];

    private readonly List<StartCost> _costs = [];

    public string Client { get; } = client;

    public StartForm Form { get; } = form;

    /// <summary>The costs of the processes so far.</summary>
    public IReadOnlyList<StartCost> Costs => _costs;

    /// <summary>The size of the folder in MB, without debug symbols and docs.</summary>
    public double Megabytes => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(static file => !Array.Exists(
            NotCounted, pattern => FileSystemName.MatchesSimpleExpression(pattern, file.Name)))
        .Sum(static file => file.Length) / 1e6;

    /// <summary>Publishes the program.</summary>
    public Task PublishAsync(CancellationToken cancellationToken) => Dotnet.RunAsync(
        [
            "publish", Repository.PathOf("benchmarks", "PresenceClient.Start", Client), "--configuration", "Release",
            "--output", folder, "--artifacts-path", folder + "-obj", "-p:RunAnalyzers=false", .. Form.Arguments,
        ],
        cancellationToken);

    /// <summary>Runs a process.</summary>
    /// <param name="address">The address of the emulated Graph.</param>
    /// <param name="token">The token to send.</param>
    /// <param name="ids">A file with the ids to read.</param>
    /// <param name="count">The number of these ids.</param>
    /// <param name="isCounted">Whether its cost is added.</param>
    public async Task RunAsync(Uri address, string token, string ids, int count, bool isCounted)
    {
        string file = Path.Combine(folder, OperatingSystem.IsWindows() ? "start.exe" : "start");
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(file, [address.AbsoluteUri, token, ids])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string? presence = await process.StandardOutput.ReadLineAsync();
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        string? methods = await process.StandardOutput.ReadLineAsync();
        string? read = await process.StandardOutput.ReadLineAsync();
        double bulk = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (string.IsNullOrEmpty(presence) || read != count.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"{Client} ({Form.Name}) read '{presence}' and '{read}' presences.");
        }

        if (isCounted)
        {
            _costs.Add(new StartCost(
                first, bulk, process.PeakWorkingSet64 / 1e6, double.Parse(methods!, CultureInfo.InvariantCulture)));
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }
}
