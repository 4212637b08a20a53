using PresenceClient.Emulator;
using PresenceService.Load;

namespace PresenceService.Tests.Load;

public sealed class LoadUserTests
{
    private static readonly Shown Available = new("Available", "Available");
    private static readonly Shown InACall = new("Busy", "InACall");
    private static readonly Shown Busy = new("Busy", "Busy");

    [Fact]
    public async Task Had_TeamsStateThatAPreferenceHides_IsNot()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            options => options.Users = 1, TestContext.Current.CancellationToken);
        var user = new LoadUser(emulator.Users[0]);

        Change preferred = user.BeginPreferring(Busy);
        user.Had(Available, preferred.Start, preferred.Start).Should().BeTrue("the change is under way");
        user.End(preferred);
        user.ShowInTeams(InACall);

        user.Had(Busy, preferred.Start, long.MaxValue).Should().BeTrue();
        user.Had(InACall, preferred.End + 1, long.MaxValue).Should().BeFalse();
        user.Had(Available, preferred.End + 1, long.MaxValue).Should().BeFalse();
    }
}
