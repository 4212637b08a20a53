using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Faults;

/// <summary>Writes that take effect at once, but which readers see only later.</summary>
public sealed class DelayedWritesTests
{
    [Fact]
    public async Task DelayedWrites_ReadersSeeTheOldUntilThen()
    {
        await using TestTenant tenant = await StartAsync(seconds: 240);
        EmulatedUser user = tenant.BlankUser();
        Answer before = await tenant.ReadAsync(user);
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall", "PT1H"));

        Answer atOnce = await tenant.ReadAsync(user);
        string bulk = (await tenant.PostAsync(
            "communications/getPresencesByUserId", JsonSerializer.Serialize(new { ids = new[] { user.Id } }))).Text;
        tenant.Clock.Advance(TimeSpan.FromSeconds(239));
        Answer late = await tenant.ReadAsync(user);
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        Answer then = await tenant.ReadAsync(user);

        atOnce.Text.Should().Be(before.Text, "sequence number included");
        bulk.Should().Contain("Offline");
        late.Text.Should().Be(before.Text);
        then.Pair.Should().Be("Busy/InACall");
        then.SequenceNumber.Should().NotBe(before.SequenceNumber);
    }

    [Fact]
    public async Task DelayedWrites_TakeEffectAtOnce()
    {
        await using TestTenant tenant = await StartAsync(seconds: 240);
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall", "PT5M"));

        // Five minutes later the session is over: its time ran from the write on, not from when it was seen.
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));

        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task DelayedWrites_OneAfterTheOther_BecomeVisibleInTurn()
    {
        await using TestTenant tenant = await StartAsync(seconds: 60);
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall", "PT1H"));
        tenant.Clock.Advance(TimeSpan.FromSeconds(40));
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("DoNotDisturb", "Presenting", "PT1H"));
        string first = (await tenant.ReadAsync(user)).Pair;
        tenant.Clock.Advance(TimeSpan.FromSeconds(20));
        string second = (await tenant.ReadAsync(user)).Pair;
        await tenant.WriteAsync(user, "clearPresence", $$"""{ "sessionId": "{{tenant.AppId}}" }""");
        tenant.Clock.Advance(TimeSpan.FromSeconds(40));
        string third = (await tenant.ReadAsync(user)).Pair;
        tenant.Clock.Advance(TimeSpan.FromSeconds(20));

        new[] { first, second, third, (await tenant.ReadAsync(user)).Pair }.Should()
            .Equal("Offline/Offline", "Busy/InACall", "DoNotDisturb/Presenting", "Offline/Offline");
    }

    [Fact]
    public async Task DelayedWrites_ThatFail_HideNothing()
    {
        await using TestTenant tenant = await StartAsync(seconds: 60);
        EmulatedUser user = tenant.BlankUser();

        Answer answer = await tenant.PostAsync(
            $"users/{user.Id}/presence/clearPresence", $$"""{ "sessionId": "{{tenant.AppId}}" }""");
        user.SetTeamsClient("Busy", "InACall");

        answer.Status.Should().Be(404);
        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task DelayedWrites_OfOneUser_LeaveTheOthersAlone()
    {
        await using TestTenant tenant = await StartAsync(seconds: 60);
        EmulatedUser user = tenant.BlankUser();
        EmulatedUser other = tenant.BlankUser(1);
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall"));

        other.SetTeamsClient("Away", "Away");

        (await tenant.ReadAsync(other)).Pair.Should().Be("Away/Away");
    }

    [Fact]
    public async Task DelayedWrites_Reset_ShowsTheStart()
    {
        await using TestTenant tenant = await StartAsync(seconds: 60);
        EmulatedUser user = tenant.Emulator.Users[0];
        string atTheStart = (await tenant.ReadAsync(user)).Text;
        tenant.BlankUser();
        await tenant.WriteAsync(user, "setStatusMessage", """{ "statusMessage": { "message": { "content": "x" } } }""");

        tenant.Emulator.Reset();

        (await tenant.ReadAsync(user)).Text.Should().Be(atTheStart);
    }

    private static async Task<TestTenant> StartAsync(int seconds)
    {
        TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.DelayedWrites(TimeSpan.FromSeconds(seconds)));
        return tenant;
    }
}
