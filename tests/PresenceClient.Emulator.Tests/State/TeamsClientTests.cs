namespace PresenceClient.Emulator.Tests.State;

public sealed class TeamsClientTests
{
    [Fact]
    public async Task Devices_EachHaveASession_TheHighestShows()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        user.GoAway();
        user.BecomeAvailable(TeamsDevice.Mobile);
        user.JoinCall(TeamsDevice.Web);
        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
        user.EndTeamsClient(TeamsDevice.Web).Should().BeTrue();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
        user.EndTeamsClient(TeamsDevice.Mobile).Should().BeTrue();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Away/Away");
        user.EndTeamsClient(TeamsDevice.Web).Should().BeFalse();
        user.EndTeamsClient().Should().BeTrue();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task EndTeamsClient_LeavesTheSessionsOfApplications()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Away", "Away"));
        user.JoinCall();

        user.EndTeamsClient();

        (await tenant.ReadAsync(user)).Pair.Should().Be("Away/Away");
    }

    public static TheoryData<Action<EmulatedUser>, string> Verbs => new()
    {
        { user => user.BecomeAvailable(), "Available/Available" },
        { user => user.JoinCall(), "Busy/InACall" },
        { user => user.JoinConferenceCall(), "Busy/InAConferenceCall" },
        { user => user.StartPresenting(), "DoNotDisturb/Presenting" },
        { user => user.StartFocusing(), "DoNotDisturb/DoNotDisturb" },
        { user => user.GoAway(), "Away/Away" },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Verbs_ShowWhatTheySay(Action<EmulatedUser> act, string pair)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        act(user);

        (await tenant.ReadAsync(user)).Pair.Should().Be(pair);
    }

    [Fact]
    public async Task StartFocusing_WithTheOption_IsAnActivity()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.FocusingIsAnActivity = true);
        EmulatedUser user = tenant.BlankUser();

        user.StartFocusing();

        (await tenant.ReadAsync(user)).Pair.Should().Be("DoNotDisturb/Focusing");
    }

    [Fact]
    public async Task Device_ThatThereIsNot_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        tenant.Emulator.Users[0].Invoking(user => user.JoinCall((TeamsDevice)7)).Should()
            .Throw<ArgumentOutOfRangeException>().WithParameterName("device");
    }
}
