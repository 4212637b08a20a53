using System.Text.Json;

namespace PresenceClient.Emulator.Tests.State;

public sealed class TeamsChoicesTests
{
    [Fact]
    public async Task AppearOffline_HidesEverySession_UntilGraphClearsIt()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.JoinCall();

        user.AppearOffline();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall"));
        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/OffWork");
        await tenant.WriteAsync(user, "clearUserPreferredPresence");
        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
    }

    [Theory]
    [InlineData("Busy", 1)]
    [InlineData("DoNotDisturb", 1)]
    [InlineData("BeRightBack", 7)]
    public async Task PreferPresence_LastsAsLongAsGraphsOwn(string availability, int days)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();
        user.PreferPresence(availability);

        tenant.Emulator.Advance(TimeSpan.FromDays(days) - TimeSpan.FromTicks(1));
        (await tenant.ReadAsync(user)).Pair.Should().Be($"{availability}/{availability}");
        tenant.Emulator.Advance(TimeSpan.FromTicks(1));
        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
    }

    [Fact]
    public async Task PreferPresence_ForAsLongAsAsked_OrUntilCleared()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();

        user.PreferPresence("Away", TimeSpan.FromHours(1));
        tenant.Advance(60);
        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
        user.PreferPresence("Away");
        user.ClearPreferredPresence();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
    }

    [Fact]
    public async Task PreferPresence_WhatTeamsDoesNotOffer_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];

        user.Invoking(it => it.PreferPresence("InACall")).Should().Throw<ArgumentException>()
            .WithParameterName("availability").WithMessage("*BeRightBack*");
        user.Invoking(it => it.AppearOffline(TimeSpan.Zero)).Should().Throw<ArgumentException>()
            .WithParameterName("duration");
    }

    [Fact]
    public async Task SetStatusMessage_ExpiresAndSaysSoToItsOwner()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        user.SetStatusMessage("Back soon", TestTenant.Start.AddMinutes(20));
        JsonElement own = (await tenant.GetAsync("me/presence", tenant.Emulator.SignIn(user))).Json;
        tenant.Advance(20);

        own.GetProperty("statusMessage").GetProperty("expiryDateTime").GetProperty("dateTime").GetString().Should()
            .Be("2026-09-07T09:20:00.0000000");
        (await tenant.ReadAsync(user)).Json.GetProperty("statusMessage").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task SetStatusMessage_ExpiryInTheYear9999_NeverExpires()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(o => o.StatusTimesForEverybody = true);
        EmulatedUser user = tenant.BlankUser();

        user.SetStatusMessage("Here", new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.FromHours(9)));

        JsonElement status = (await tenant.ReadAsync(user)).Json.GetProperty("statusMessage");
        status.GetProperty("expiryDateTime").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StatusTimes_AreForTheOwner_UnlessTheOptionSaysEverybody(bool option)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(o => o.StatusTimesForEverybody = option);
        EmulatedUser user = tenant.BlankUser();
        user.SetStatusMessage("Hello");

        JsonElement status = (await tenant.ReadAsync(user)).Json.GetProperty("statusMessage");

        status.TryGetProperty("publishedDateTime", out _).Should().Be(option);
        status.TryGetProperty("expiryDateTime", out _).Should().Be(option);
    }
}
