namespace PresenceClient.Emulator.Tests.State;

/// <summary>What callers of the service took for faults: a write is done, and does not show.</summary>
public sealed class PrecedenceTests
{
    [Fact]
    public async Task SetPresence_AwayBesideAnAvailableTeamsClient_IsDoneAndDoesNotShow()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();

        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Away", "Away"));

        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
    }

    [Fact]
    public async Task PreferPresence_BusyByHand_StaysWhateverApplicationsSet()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();
        user.PreferPresence("Busy");

        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("DoNotDisturb", "Presenting"));

        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/Busy");
    }
}
