using System.Diagnostics;
using System.Text.Json;

namespace PresenceClient.Tool.Tests;

/// <summary>The built program as a process of its own, as a shell runs it.</summary>
public sealed class ProcessTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_IdsAtStandardInput_ArePrinted()
    {
        using Process who = Start("who", "--all", "--csv", "--emulator", "--users", "3");
        who.StandardInput.Close();
        string people = await who.StandardOutput.ReadToEndAsync(Stop);
        string[] ids = [.. people.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l[..36])];

        using Process get = Start("get", "--json", "--emulator", "--users", "3");
        await get.StandardInput.WriteAsync(string.Join('\n', ids));
        get.StandardInput.Close();
        string presences = await get.StandardOutput.ReadToEndAsync(Stop);
        string error = await get.StandardError.ReadToEndAsync(Stop);
        await get.WaitForExitAsync(Stop);

        get.ExitCode.Should().Be(0);
        error.Should().BeEmpty();
        using var document = JsonDocument.Parse(presences);
        document.RootElement.EnumerateArray().Select(entry => entry.GetProperty("id").GetString())
            .Should().HaveCount(3).And.Equal(ids);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Watch_Signal_EndsWithSuccess(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using Process watch = Start("watch", "--all", "--emulator", "--users", "2", "--interval", "3600");
        watch.StandardInput.Close();
        await watch.StandardOutput.ReadLineAsync(Stop);
        await watch.StandardOutput.ReadLineAsync(Stop);

        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {watch.Id}"]);

        string error = await watch.StandardError.ReadToEndAsync(Stop);
        await watch.WaitForExitAsync(Stop);
        error.Should().BeEmpty();
        watch.ExitCode.Should().Be(0);
    }

    private static Process Start(params string[] args)
    {
        ProcessStartInfo start = BuiltProgram.StartInfo("presence.dll", args);

        // As on build servers, some of which claim that files can show colours.
        start.Environment["GITHUB_ACTIONS"] = "true";
        return Process.Start(start)!;
    }
}
