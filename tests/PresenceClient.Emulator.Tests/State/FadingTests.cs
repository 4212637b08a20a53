namespace PresenceClient.Emulator.Tests.State;

public sealed class FadingTests
{
    [Theory]
    [InlineData(0, "Available/Available")]
    [InlineData(299, "Available/Available")]
    [InlineData(300, "Available/AvailableInactive")]
    [InlineData(599, "Available/AvailableInactive")]
    [InlineData(600, "Away/Away")]
    [InlineData(3599, "Away/Away")]
    [InlineData(3600, "Offline/Offline")]
    public async Task Available_FadesAtFiveAndTenMinutes_AndExpiresByItsDuration(int seconds, string pair)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Available", "Available", "PT1H"));

        tenant.Clock.Advance(TimeSpan.FromSeconds(seconds));

        (await tenant.ReadAsync(user)).Pair.Should().Be(pair);
    }

    [Fact]
    public async Task Available_ForFiveMinutes_ExpiresWhereItWouldFade()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Available", "Available"));

        tenant.Advance(5);

        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task Available_SetAgainBeforeItFades_StaysAvailable()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        for (int i = 0; i < 5; i++)
        {
            await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Available", "Available", "PT10M"));
            tenant.Advance(4.9);
            (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
        }
    }

    [Theory]
    [InlineData("Busy", "InACall")]
    [InlineData("DoNotDisturb", "Presenting")]
    [InlineData("Away", "Away")]
    public async Task AnythingElse_DoesNotFade(string availability, string activity)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody(availability, activity, "PT4H"));

        tenant.Advance(239);

        (await tenant.ReadAsync(user)).Pair.Should().Be($"{availability}/{activity}");
    }

    [Fact]
    public async Task TeamsClient_NeitherFadesNorExpires()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient("Available", "Available");

        tenant.Advance(60 * 24 * 30);

        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
    }
}
