using System.Text.Json;

namespace PresenceClient.Emulator.Tests;

public sealed class PresenceEmulatorResetTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reset_AfterAllKindsOfChange_AnswersAsAfterTheStart(bool live)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Live = live);
        string before = await ReadAllAsync(tenant);
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Busy", "InACall", "PT1H"));
        await tenant.WriteAsMeAsync(user, "setManualLocation", """{ "workLocationType": "office" }""");
        tenant.Emulator.Advance(TimeSpan.FromMinutes(90));
        string changed = await ReadAllAsync(tenant);

        tenant.Emulator.Reset();

        (await ReadAllAsync(tenant)).Should().Be(before).And.NotBe(changed);
        tenant.Emulator.UtcNow.Should().Be(TestTenant.Start);
    }

    [Fact]
    public async Task Reset_UsersThatATestHolds_StayTheUsers()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        tenant.Emulator.Reset();
        user.SetTeamsClient("Busy", "InACall");

        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
        tenant.Emulator.Users[0].Should().BeSameAs(user);
    }

    [Fact]
    public async Task Reset_DuringReads_ShowsAllOfTheOldOrAllOfTheNew()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 200);
        string fresh = await ReadAllAsync(tenant);
        foreach (EmulatedUser user in tenant.Emulator.Users)
        {
            user.SetOutOfOffice("Gone");
        }

        string old = await ReadAllAsync(tenant);

        Task<string[]> reads = Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ReadAllAsync(tenant))));
        tenant.Emulator.Reset();

        (await reads).Should().OnlyContain(text => text == fresh || text == old);
        (await ReadAllAsync(tenant)).Should().Be(fresh);
    }

    private static async Task<string> ReadAllAsync(TestTenant tenant)
    {
        string body = JsonSerializer.Serialize(new { ids = tenant.Emulator.Users.Select(user => user.Id) });
        return (await tenant.PostAsync("communications/getPresencesByUserId", body)).Text;
    }
}
