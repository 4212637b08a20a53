using System.Diagnostics;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>The command <c>dotnet</c>.</summary>
internal static class Dotnet
{
    /// <summary>Runs the command, and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static async Task<string> RunAsync(
        IReadOnlyCollection<string> arguments, CancellationToken cancellationToken, string folder = "")
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
    }
}
