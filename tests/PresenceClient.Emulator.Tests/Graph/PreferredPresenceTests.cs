namespace PresenceClient.Emulator.Tests.Graph;

public sealed class PreferredPresenceTests
{
    [Theory]
    [InlineData("Available", "Available", 7)]
    [InlineData("Busy", "Busy", 1)]
    [InlineData("DoNotDisturb", "DoNotDisturb", 1)]
    [InlineData("BeRightBack", "BeRightBack", 7)]
    [InlineData("Away", "Away", 7)]
    [InlineData("Offline", "OffWork", 7)]
    public async Task SetPreferred_WithoutDuration_LastsByItsDefault(string availability, string activity, int days)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient("Busy", "InAMeeting");

        await tenant.WriteAsync(user, "setUserPreferredPresence", Body(availability, activity));
        tenant.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromTicks(1));
        Answer before = await tenant.ReadAsync(user);
        tenant.Clock.Advance(TimeSpan.FromTicks(1));
        Answer after = await tenant.ReadAsync(user);

        before.Pair.Should().Be($"{availability}/{activity}");
        after.Pair.Should().Be("Busy/InAMeeting");
    }

    [Fact]
    public async Task SetPreferred_WithoutASession_ShowsOnceThereIsOne()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsync(user, "setUserPreferredPresence", Body("DoNotDisturb", "DoNotDisturb"));
        Answer without = await tenant.ReadAsync(user);
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Away", "Away"));
        Answer with = await tenant.ReadAsync(user);

        without.Pair.Should().Be("Offline/Offline");
        with.Pair.Should().Be("DoNotDisturb/DoNotDisturb");
    }

    [Theory]
    [InlineData("Busy", "InACall")]
    [InlineData("Offline", "Offline")]
    [InlineData("DoNotDisturb", "Presenting")]
    public async Task SetPreferred_AnyOtherPair_IsRefused(string availability, string activity)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostAsync(tenant, Body(availability, activity));

        answer.ShouldBeError(400, "InvalidArgument");
    }

    [Theory]
    [InlineData("PT0S", "The provided [ExpirationDuration] is out of range.")]
    [InlineData("-P1D", "The provided [ExpirationDuration] is out of range.")]
    [InlineData("soon", "The provided [ExpirationDuration] is not valid.")]
    public async Task SetPreferred_DurationThatDoesNotLast_IsRefused(string duration, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostAsync(tenant, Body("Away", "Away", duration));

        answer.ShouldBeError(400, "InvalidArgument", message);
    }

    [Theory]
    [InlineData("PT1S")]
    [InlineData("P10000000D")]
    public async Task SetPreferred_AnyPositiveDuration_IsTaken(string duration)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient("Available", "Available");

        await tenant.WriteAsync(user, "setUserPreferredPresence", Body("Away", "Away", duration));

        (await tenant.ReadAsync(user)).Pair.Should().Be("Away/Away");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(null)]
    public async Task ClearPreferred_AnyNumberOfTimes_IsDone(string? body)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient("Available", "Available");
        await tenant.WriteAsync(user, "setUserPreferredPresence", Body("Offline", "OffWork"));

        for (int i = 0; i < 2; i++)
        {
            Answer answer = await tenant.PostAsync($"users/{user.Id}/presence/clearUserPreferredPresence", body);
            answer.ShouldBeDone();
        }

        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
    }

    [Fact]
    public async Task Preferred_UnderMe_IsSetAndCleared()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient("Available", "Available");

        await tenant.WriteAsMeAsync(user, "setUserPreferredPresence", Body("BeRightBack", "BeRightBack"));
        Answer set = await tenant.ReadAsync(user);
        await tenant.WriteAsMeAsync(user, "clearUserPreferredPresence");
        Answer cleared = await tenant.ReadAsync(user);

        set.Pair.Should().Be("BeRightBack/BeRightBack");
        cleared.Pair.Should().Be("Available/Available");
    }

    private static string Body(string availability, string activity, string? duration = null) =>
        $$"""
        { "availability": "{{availability}}", "activity": "{{activity}}"
        {{(duration is null ? "" : $", \"expirationDuration\": \"{duration}\"")}} }
        """;

    private static Task<Answer> PostAsync(TestTenant tenant, string body) =>
        tenant.PostAsync($"users/{tenant.Emulator.Users[0].Id}/presence/setUserPreferredPresence", body);
}
