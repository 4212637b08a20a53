using System.Text.Json;

namespace PresenceClient.Tool.Tests;

public sealed class WatchTests
{
    [Fact]
    public async Task Watch_Change_IsALineAndCancellingIsSuccess()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();
        using var stop = new CancellationTokenSource();
        Task<int> running = PresenceTool.RunAsync(
            ["watch", tenant.Alex.UserPrincipalName, "--interval", "1", "--emulator"], host.Redirected(), stop.Token);
        await host.WaitForOutputAsync("✓ Alex Wilber: Available", running);

        tenant.Alex.JoinCall();
        await host.WaitForOutputAsync("● Alex Wilber: Available → In a call", running);
        await stop.CancelAsync();

        (await running).Should().Be(0);
        host.Error.Should().BeEmpty();
        host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2);
    }

    [Fact]
    public async Task Watch_Json_IsAnObjectForEachChange()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();
        using var stop = new CancellationTokenSource();
        Task<int> running = PresenceTool.RunAsync(
            ["watch", "--all", "--json", "--emulator"], host.Redirected(), stop.Token);
        await host.WaitForOutputAsync(tenant.Alex.Id, running);
        await stop.CancelAsync();

        (await running).Should().Be(0);
        foreach (string line in host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            document.RootElement.GetProperty("kind").GetString().Should().Be("Initial");
        }
    }

    [Fact]
    public async Task Watch_Csv_HasAHeaderAndARecordForEachChange()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Alex.SetStatusMessage("=1+1");
        using ToolHost host = tenant.Host();
        using var stop = new CancellationTokenSource();
        Task<int> running = PresenceTool.RunAsync(
            ["watch", tenant.Alex.Id, "--csv", "--emulator"], host.Redirected(), stop.Token);
        await host.WaitForOutputAsync("'=1+1", running);
        await stop.CancelAsync();

        (await running).Should().Be(0);
        string[] records = host.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        records.Should().HaveCount(2);
        records[0].Should().Be(
            "readAt,kind,id,displayName,userPrincipalName,availability,activity,statusMessage");
        records[1].Should().EndWith($",Initial,{tenant.Alex.Id},,,Available,Available,'=1+1");
    }

    [Fact]
    public async Task Watch_PermissionMissing_Ends()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host("User.ReadBasic.All");

        (await host.RunAsync("watch", tenant.Alex.Id, "--emulator")).Should().Be(5);

        host.ErrorLines().Should().NotBeEmpty().And.OnlyContain(line =>
            line.Contains("Grant the application permission Presence.Read.All", StringComparison.Ordinal));
    }
}
