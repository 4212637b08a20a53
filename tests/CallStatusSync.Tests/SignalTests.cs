using System.Diagnostics;
using PresenceClient.TestSupport;

namespace CallStatusSync.Tests;

/// <summary>The built program as a process of its own, as a shell or a service manager runs it.</summary>
public sealed class SignalTests : IDisposable
{
    private const string Answered = "2026-11-26T09:00:00Z,adele.vance@contoso.example,answered";

    // A test that waits for what never comes fails after this time.
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));

    private CancellationToken Stop => _limit.Token;

    public void Dispose() => _limit.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("QUIT")]
    public async Task Signal_InACall_LeavesNoOneInIt(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using Process process = await StartInACallAsync();

        // Twice, as a terminal and a launcher do.
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}; kill -{signal} {process.Id}"]);

        await ExpectAsync(process, "Stopped: clearing 1 presence.");
    }

    [Fact]
    public async Task EndOfInput_InACall_LeavesNoOneInIt()
    {
        using Process process = await StartInACallAsync();

        process.StandardInput.Close();

        await ExpectAsync(process, "The events have ended: clearing 1 presence.");
    }

    private async Task ExpectAsync(Process process, string first)
    {
        string output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);

        output.Should().StartWith(first).And.Contain("No one is left in a call.")
            .And.NotContain("may have been left");
        (await process.StandardError.ReadToEndAsync(Stop)).Should().BeEmpty();
        process.ExitCode.Should().Be(0);
    }

    private async Task<Process> StartInACallAsync()
    {
        Process process = Process.Start(BuiltProgram.StartInfo("CallStatusSync.dll", "--events", "-"))!;
        await process.StandardInput.WriteLineAsync(Answered.AsMemory(), Stop);
        await process.StandardInput.FlushAsync(Stop);
        (await process.StandardOutput.ReadLineAsync(Stop)).Should().Contain("standard input");
        (await process.StandardOutput.ReadLineAsync(Stop)).Should().EndWith("answered → In a call");
        return process;
    }
}
