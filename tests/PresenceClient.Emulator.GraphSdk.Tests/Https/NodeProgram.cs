using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.GraphSdk.Tests.Https;

/// <summary>The programs in <c>tests/javascript</c>, which Node.js runs.</summary>
internal static class NodeProgram
{
    /// <summary>With this environment variable, a test without Node.js fails in place of being skipped.</summary>
    private const string Required = "PRESENCE_REQUIRE_NODE";

    private const int LowestVersion = 18;

    private static readonly string Folder = Repository.PathOf("tests", "javascript");

    /// <summary>Skips the test, or fails it if Node.js is required, unless a program can run.</summary>
    public static async Task SkipUnlessRunnableAsync(CancellationToken cancellationToken)
    {
        if (await FindFlawAsync(cancellationToken) is { } flaw)
        {
            bool isRequired = Environment.GetEnvironmentVariable(Required) is { Length: > 0 };
            Assert.SkipUnless(isRequired, flaw);
            Assert.Fail($"{flaw} {Required} is set, so this test must run.");
        }
    }

    /// <summary>Runs a program to its end, and returns the JSON that it prints.</summary>
    public static async Task<JsonElement> RunAsync(
        string program, IEnumerable<(string Name, string Value)> environment, CancellationToken cancellationToken)
    {
        (int exitCode, string output, string error) = await StartAsync([program], environment, cancellationToken);
        exitCode.Should().Be(0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private static async Task<string?> FindFlawAsync(CancellationToken cancellationToken)
    {
        try
        {
            (_, string version, _) = await StartAsync(["--version"], [], cancellationToken);
            string major = version.TrimStart('v').Split('.')[0];
            if (!int.TryParse(major, CultureInfo.InvariantCulture, out int number) || number < LowestVersion)
            {
                return $"Node.js is {version.Trim()}. Install version {LowestVersion} or later.";
            }
        }
        catch (Win32Exception)
        {
            return $"Node.js was not found. Install version {LowestVersion} or later.";
        }

        return Directory.Exists(Path.Combine(Folder, "node_modules"))
            ? null
            : "The packages of tests/javascript are not installed. Run npm ci there.";
    }

    private static async Task<(int ExitCode, string Output, string Error)> StartAsync(
        string[] arguments, IEnumerable<(string Name, string Value)> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill();
        }
    }
}
