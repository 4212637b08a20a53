using System.Text.Json;

namespace PresenceClient.Emulator.Tests;

public sealed class EmulatedUserTests
{
    [Fact]
    public async Task SetTeamsClient_ThenEnd_IsSeenByTheNextRead()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        user.SetTeamsClient("Busy", "InAMeeting");
        Answer busy = await tenant.ReadAsync(user);
        bool ended = user.EndTeamsClient();
        bool endedAgain = user.EndTeamsClient();
        Answer offline = await tenant.ReadAsync(user);

        busy.Pair.Should().Be("Busy/InAMeeting");
        offline.Pair.Should().Be("Offline/Offline");
        ended.Should().BeTrue();
        endedAgain.Should().BeFalse();
    }

    [Theory]
    [InlineData("Buzy", "InACall", "availability")]
    [InlineData("Busy", "Sleeping", "activity")]
    [InlineData("", "InACall", "availability")]
    [InlineData("busy", "InACall", "availability")]
    public async Task SetTeamsClient_UnknownValue_IsRefused(string availability, string activity, string parameter)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        tenant.Emulator.Users[0].Invoking(user => user.SetTeamsClient(availability, activity))
            .Should().Throw<ArgumentException>().WithParameterName(parameter);
    }

    [Fact]
    public async Task SetOutOfOffice_IsSeenByEverybody()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        user.SetOutOfOffice("Back on Monday");
        JsonElement settings = (await tenant.ReadAsync(user)).Json.GetProperty("outOfOfficeSettings");

        settings.GetProperty("isOutOfOffice").GetBoolean().Should().BeTrue();
        settings.GetProperty("message").GetString().Should().Be("Back on Monday");
    }

    [Fact]
    public async Task SetScheduledLocation_UnknownType_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        tenant.Emulator.Users[0].Invoking(user => user.SetScheduledLocation("moon"))
            .Should().Throw<ArgumentException>().WithParameterName("workLocationType");
    }

    [Fact]
    public async Task ToString_NamesThePerson()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];

        user.ToString().Should().Be($"{user.DisplayName} <{user.UserPrincipalName}>");
    }
}
