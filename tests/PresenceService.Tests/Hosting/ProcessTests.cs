using System.Diagnostics;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Hosting;

/// <summary>The built program as a process: its output when it cannot start.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Start_PortInUse_IsOneLineWithTheCure()
    {
        await using TestService other = await TestService.StartAsync();
        string address = other.Host.Address.GetLeftPart(UriPartial.Authority);

        string line = await FailAsync("--Urls", address);

        line.Should().StartWith($"PresenceService: Failed to bind to address {address}: address already in use.")
            .And.Contain("--Urls http://127.0.0.1:0");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("https://127.0.0.1:0/path")]
    public async Task Start_InvalidAddress_IsOneLineWithTheCure(string address) =>
        (await FailAsync("--Urls", address)).Should()
            .StartWith($"PresenceService: The service cannot listen on '{address}': ").And.Contain("--Urls");

    [Fact]
    public async Task Start_WrongSetting_IsOneLineWithItsName() =>
        (await FailAsync("--Urls", "http://127.0.0.1:0", "--Tenants:contoso:MaxAeg", "3")).Should()
            .Contain("Tenants:contoso:MaxAeg");

    [Theory]
    [InlineData("many")]
    [InlineData("-5")]
    public async Task Start_WrongEmulator_IsOneLineWithItsName(string users) =>
        (await FailAsync("--Urls", "http://127.0.0.1:0", "--Emulators:fabrikam:Users", users)).Should()
            .StartWith("PresenceService: Emulators:fabrikam: ").And.Contain($"'{users}'");

    // Standard output is empty: without the console exporter, no metrics are printed at the end.
    private static async Task<string> FailAsync(params string[] args)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "PresenceService.dll");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestService.Stop);
        Task<string> error = process.StandardError.ReadToEndAsync(TestService.Stop);
        await process.WaitForExitAsync(TestService.Stop);

        process.ExitCode.Should().Be(1);
        (await output).Should().BeEmpty();
        return (await error).TrimEnd().Split('\n').Should().ContainSingle().Subject;
    }
}
