using System.Globalization;
using PresenceClient.Emulator;

namespace PresenceClient.Tool.Tests;

/// <summary>set, clear, prefer and message, and what the tenant has then.</summary>
public sealed class WriteTests
{
    [Theory]
    [InlineData("Busy/InACall", "InACall")]
    [InlineData("busy/in-a-call", "InACall")]
    [InlineData("in-a-call", "InACall")]
    [InlineData("InAConferenceCall", "InAConferenceCall")]
    [InlineData("presenting", "Presenting")]
    public async Task Set_State_LastsForTheDuration(string state, string activity)
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        int exitCode = await host.RunAsync("set", state, tenant.Alex.UserPrincipalName, "--for", "1h", "--emulator");

        exitCode.Should().Be(0);
        host.Output.Should().Contain("Alex Wilber");
        host.Error.Should().BeEmpty();
        tenant.Emulator.Advance(TimeSpan.FromMinutes(59));
        (await tenant.ReadAsync(tenant.Alex, "activity")).Should().Be(activity);
        tenant.Emulator.Advance(TimeSpan.FromMinutes(2));
        (await tenant.ReadAsync(tenant.Alex, "activity")).Should().NotBe(activity);
    }

    [Fact]
    public async Task Set_StateThatIsHidden_SaysWhy()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Alex.PreferPresence("BeRightBack");
        using ToolHost host = tenant.Host();

        int exitCode = await host.RunAsync("set", "InACall", tenant.Alex.UserPrincipalName, "--emulator");

        exitCode.Should().Be(0);
        host.Output.Should().Contain("Be right back");
        host.ErrorLines().Should().ContainSingle().Which.Should()
            .StartWith("presence: Alex Wilber: People see Be right back instead of In a call: ");
    }

    [Fact]
    public async Task Set_Me_NeedsOnlyThePermissionToWriteMine()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.HostOf(tenant.Alex, "Presence.ReadWrite");

        int exitCode = await host.RunAsync("set", "InACall", "--emulator");

        exitCode.Should().Be(0, "the presence is set");
        (await tenant.ReadAsync(tenant.Alex, "activity")).Should().Be("InACall");
        (await tenant.ReadAsync(tenant.Adele, "activity")).Should().Be("Available");
        host.ErrorLines().Should().ContainSingle().Which.Should()
            .StartWith("presence: It is set, but the presence could not be read: ").And.Contain("Presence.Read");
    }

    [Fact]
    public async Task Set_PairThatTheServiceRefuses_FailsWithItsMessage()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("set", "Busy/InAWorkshop", tenant.Alex.Id, "--emulator")).Should().Be(1);

        host.ErrorLines().Should().ContainSingle().Which.Should().Contain("400").And.Contain(tenant.Alex.Id);
        host.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Set_PermissionMissing_IsFive()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host("Presence.Read.All");

        (await host.RunAsync("set", "Away", tenant.Alex.Id, "--emulator")).Should().Be(5);

        host.ErrorLines().Should().ContainSingle().Which.Should().Contain("Presence.ReadWrite.All");
    }

    [Fact]
    public async Task Set_OneOfTwoFails_PrintsTheOtherAndSaysIncomplete()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Status(503) with { Path = $"*/{tenant.Adele.Id}/*/setPresence" });
        using ToolHost host = tenant.Host();

        int exitCode = await host.RunAsync(
            "set", "InACall", tenant.Adele.UserPrincipalName, tenant.Alex.UserPrincipalName, "--csv", "--emulator");

        exitCode.Should().Be(3);
        host.Output.Should().Contain(tenant.Alex.Id).And.NotContain(tenant.Adele.Id);
        host.ErrorLines().Should().ContainSingle().Which.Should()
            .StartWith("presence: Adele Vance: ").And.Contain("503");
    }

    [Fact]
    public async Task Clear_Session_EndsIt()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();
        await host.RunAsync("set", "InACall", tenant.Alex.Id, "--for", "1h", "--emulator");

        (await host.RunAsync("clear", tenant.Alex.Id, "--emulator")).Should().Be(0);
        (await host.RunAsync("clear", tenant.Alex.Id, "--emulator")).Should().Be(0, "there is no session any more");

        (await tenant.ReadAsync(tenant.Alex, "activity")).Should().Be("Available");
    }

    [Fact]
    public async Task Clear_PreferredAndMessage_LeavesTheSession()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();
        string alex = tenant.Alex.Id;
        await host.RunAsync("set", "InACall", alex, "--for", "1h", "--emulator");
        await host.RunAsync("prefer", "BeRightBack", alex, "--emulator");
        await host.RunAsync("message", "Out", alex, "--emulator");

        (await host.RunAsync("clear", alex, "--preferred", "--message", "--emulator")).Should().Be(0);

        (await tenant.ReadAsync(tenant.Alex, "activity")).Should().Be("InACall");
        (await tenant.ReadAsync(tenant.Alex, "statusMessage")).Should().BeNullOrEmpty();
    }

    [Theory]
    [InlineData("DoNotDisturb", "DoNotDisturb")]
    [InlineData("do-not-disturb", "DoNotDisturb")]
    [InlineData("offline", "Offline")]
    public async Task Prefer_State_LastsForTheDuration(string state, string availability)
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("prefer", state, tenant.Alex.Id, "--for", "2d", "--emulator")).Should().Be(0);

        host.Error.Should().BeEmpty();
        tenant.Emulator.Advance(TimeSpan.FromHours(47));
        (await tenant.ReadAsync(tenant.Alex, "availability")).Should().Be(availability);
        tenant.Emulator.Advance(TimeSpan.FromHours(2));
        (await tenant.ReadAsync(tenant.Alex, "availability")).Should().NotBe(availability);
    }

    [Fact]
    public async Task Prefer_WithoutASession_SaysWhy()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Alex.EndTeamsClient();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("prefer", "Busy", tenant.Alex.UserPrincipalName, "--emulator")).Should().Be(0);

        host.ErrorLines().Should().ContainSingle().Which.Should()
            .StartWith("presence: Alex Wilber: People see Offline instead of Busy. ");
    }

    [Fact]
    public async Task Message_ForADuration_DisappearsThen()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();

        (await host.RunAsync("message", "@home", tenant.Alex.Id, "--for", "2h", "--emulator")).Should().Be(0);

        host.Output.Should().Contain("@home");
        tenant.Emulator.Advance(TimeSpan.FromMinutes(119));
        (await tenant.ReadAsync(tenant.Alex, "statusMessage")).Should().Be("@home");
        tenant.Emulator.Advance(TimeSpan.FromMinutes(2));
        (await tenant.ReadAsync(tenant.Alex, "statusMessage")).Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task Message_UntilATime_DisappearsThen()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.Host();
        string inTwoHours = TimeProvider.System.GetLocalNow().AddHours(2)
            .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

        (await host.RunAsync("message", "Back at 3", tenant.Alex.Id, "--until", inTwoHours, "--emulator"))
            .Should().Be(0);

        tenant.Emulator.Advance(TimeSpan.FromHours(1));
        (await tenant.ReadAsync(tenant.Alex, "statusMessage")).Should().Be("Back at 3");
        tenant.Emulator.Advance(TimeSpan.FromHours(1.1));
        (await tenant.ReadAsync(tenant.Alex, "statusMessage")).Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task Message_AfterTwoDashes_CanBeginWithDashes()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        using ToolHost host = tenant.HostOf(tenant.Alex);

        (await host.RunAsync("message", "--emulator", "--", "--out--")).Should().Be(0);

        (await tenant.ReadAsync(tenant.Alex, "statusMessage")).Should().Be("--out--");
    }
}
