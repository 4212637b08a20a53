using System.Diagnostics;
using System.Text.Json;
using PresenceClient;

namespace PresenceBoard.Tests;

/// <summary>The built program as a process of its own, as a shell runs it.</summary>
public sealed class ProcessTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

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

    [Fact]
    public async Task Follow_ReaderClosesThePipe_EndsWithSuccess()
    {
        using Process process = Start("--follow", "--json", "--users", "5", "--interval", "3600");
        await ReadLinesAsync(process, 3);

        process.StandardOutput.Close();

        await ExpectSuccessAsync(process);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Follow_Signal_EndsWithSuccess(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using Process process = Start("--follow", "--json", "--users", "5", "--interval", "3600");
        await ReadLinesAsync(process, 5);

        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]);

        await ExpectSuccessAsync(process);
    }

    private static async Task ReadLinesAsync(Process process, int count)
    {
        for (int line = 0; line < count; line++)
        {
            using var json = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(Stop))!);
            json.RootElement.GetProperty("kind").GetString().Should().Be("Initial");
        }
    }

    private static async Task ExpectSuccessAsync(Process process)
    {
        string error = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        error.Should().BeEmpty();
        process.ExitCode.Should().Be(0);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using Process process = Start(args);
        Task<string> output = process.StandardOutput.ReadToEndAsync(Stop);
        Task<string> error = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(params string[] args)
    {
        ProcessStartInfo start = BuiltProgram.StartInfo("PresenceBoard.dll", args);

        // As on build servers, some of which claim that files can show colours.
        start.Environment["GITHUB_ACTIONS"] = "true";
        start.Environment["TERM"] = "xterm-256color";
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
