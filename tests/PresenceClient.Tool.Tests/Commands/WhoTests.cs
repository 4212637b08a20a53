using System.Text.Json;

namespace PresenceClient.Tool.Tests;

public sealed class WhoTests
{
    [Fact]
    public async Task Who_NamesAndIds_AreUsersWithBoth()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.HostFor($"{tenant.Alex.UserPrincipalName}\n{tenant.Adele.Id}\n");

        (await host.RunAsync("who", "--json", "--emulator")).Should().Be(0);

        using var document = JsonDocument.Parse(host.Output);
        document.RootElement.EnumerateArray()
            .Select(user => $"{user.GetProperty("id")} {user.GetProperty("displayName")} "
                + $"{user.GetProperty("userPrincipalName")}")
            .Should().Equal(
                $"{tenant.Alex.Id} Alex Wilber {tenant.Alex.UserPrincipalName}",
                $"{tenant.Adele.Id} Adele Vance {tenant.Adele.UserPrincipalName}");
    }

    [Fact]
    public async Task Who_Csv_HasAHeader()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("who", "--all", "--csv", "--emulator")).Should().Be(0);

        host.Output.Should().Be("id,displayName,userPrincipalName\r\n"
            + $"{tenant.Adele.Id},Adele Vance,{tenant.Adele.UserPrincipalName}\r\n"
            + $"{tenant.Alex.Id},Alex Wilber,{tenant.Alex.UserPrincipalName}\r\n");
    }

    [Fact]
    public async Task Who_UnknownId_IsSaidAndTheOthersArePrinted()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("who", Some.Id(1), tenant.Alex.Id, "--emulator")).Should().Be(3);

        host.Output.Should().Contain("Alex Wilber").And.Contain(tenant.Alex.Id);
        host.ErrorLines().Should().Equal($"presence: '{Some.Id(1)}' is not the id of any user.");
    }

    [Fact]
    public async Task Who_PermissionMissing_IsFive()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost names = tenant.Host("Presence.Read.All");
        using ToolHost ids = tenant.Host("Presence.Read.All");

        (await names.RunAsync("who", tenant.Alex.UserPrincipalName, "--emulator")).Should().Be(5);
        (await ids.RunAsync("who", tenant.Alex.Id, tenant.Adele.Id, "--emulator")).Should().Be(5);

        names.ErrorLines().Should().ContainSingle().Which.Should().Contain("User.ReadBasic.All");
        ids.ErrorLines().Should().ContainSingle().Which.Should().Contain("User.ReadBasic.All");
    }
}
