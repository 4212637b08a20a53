namespace PresenceClient.Emulator.Tests;

public sealed class PresenceEmulatorTimeTests
{
    [Fact]
    public async Task Advance_MovesBeyondTheGivenClock_WhichGoesOn()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        DateTimeOffset hourLater = tenant.Emulator.Advance(TimeSpan.FromHours(1));
        tenant.Advance(10);

        hourLater.Should().Be(TestTenant.Start.AddHours(1));
        tenant.Emulator.UtcNow.Should().Be(TestTenant.Start.AddMinutes(70));
    }

    [Theory]
    [InlineData(299, "Available/Available")]
    [InlineData(300, "Available/AvailableInactive")]
    [InlineData(600, "Away/Away")]
    [InlineData(3_600, "Offline/Offline")]
    public async Task Advance_LetsSessionsFadeAndExpire(int seconds, string pair)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Available", "Available", "PT1H"));

        tenant.Emulator.Advance(TimeSpan.FromSeconds(seconds));

        (await tenant.ReadAsync(user)).Pair.Should().Be(pair);
    }

    [Fact]
    public async Task Advance_Tokens_DoNotAge()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        tenant.Emulator.Advance(TimeSpan.FromDays(300));

        (await tenant.ReadAsync(tenant.Emulator.Users[0])).Status.Should().Be(200);
    }

    [Fact]
    public async Task Advance_OutOfRange_IsRefusedAndNothingMoves()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        PresenceEmulator graph = tenant.Emulator;

        foreach (TimeSpan bad in new[] { TimeSpan.FromTicks(-1), TimeSpan.FromDays(366.1), TimeSpan.MaxValue })
        {
            graph.Invoking(it => it.Advance(bad)).Should().Throw<ArgumentOutOfRangeException>()
                .WithParameterName("time");
        }

        graph.UtcNow.Should().Be(TestTenant.Start);
        graph.Advance(TimeSpan.Zero).Should().Be(TestTenant.Start);
    }

    [Fact]
    public async Task Advance_ToTheEndOfTime_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Clock.SetUtcNow(new DateTimeOffset(8999, 12, 31, 0, 0, 0, TimeSpan.Zero));

        tenant.Emulator.Invoking(it => it.Advance(TimeSpan.FromDays(1))).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("*8999*");
    }

    [Fact]
    public async Task Advance_ByManyAtOnce_LosesNothing()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Parallel.For(0, 1_000, _ => tenant.Emulator.Advance(TimeSpan.FromSeconds(1)));

        tenant.Emulator.UtcNow.Should().Be(TestTenant.Start.AddSeconds(1_000));
    }
}
