using System.Diagnostics;
using System.Text.Json;
using PresenceClient;

namespace PresenceBoard.Tests;

/// <summary>The built program as a process of its own, as a shell runs it.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Json_ThirteenHundredUsers_AreAllThere()
    {
        (int exitCode, string output, string error) = await RunAsync("--once", "--json", "--users", "1300");

        exitCode.Should().Be(0);
        error.Should().BeEmpty();
        using var document = JsonDocument.Parse(output);
        JsonElement[] entries = [.. document.RootElement.EnumerateArray()];
        entries.Select(entry => entry.GetProperty("id").GetGuid()).Should().HaveCount(1300).And.OnlyHaveUniqueItems();
        entries.Should().OnlyContain(entry =>
            Enum.IsDefined(Enum.Parse<PresenceAvailability>(entry.GetProperty("availability").GetString()!)));
        entries.Should().OnlyContain(entry => entry.GetProperty("outOfOffice").ValueKind <= JsonValueKind.False);
    }

    [Fact]
    public async Task Table_InAPipe_HasNoControlCodesEvenOnABuildServer()
    {
        (int exitCode, string output, string error) = await RunAsync("--users", "5");

        exitCode.Should().Be(0);
        error.Should().BeEmpty();
        output.Should().NotContain("\u001b").And.Contain("Availability");
    }

    [Fact]
    public async Task BadArguments_OneLine()
    {
        (int exitCode, string output, string error) = await RunAsync("--users", "none");

        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.TrimEnd().Split('\n').Should().ContainSingle();
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "PresenceBoard.dll");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // As build servers have it, to which colours in files are all the same.
            Environment = { ["GITHUB_ACTIONS"] = "true", ["TERM"] = "xterm-256color" },
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        CancellationToken stop = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(stop);
        Task<string> error = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output, await error);
    }
}
