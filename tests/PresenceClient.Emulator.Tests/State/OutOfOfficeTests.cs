using System.Text.Json;

namespace PresenceClient.Emulator.Tests.State;

public sealed class OutOfOfficeTests
{
    private static readonly DateTimeOffset Start = TestTenant.Start;

    [Fact]
    public async Task Plan_HoldsInItsTimeAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.PlanOutOfOffice(Start.AddHours(1), Start.AddHours(2), "Back at noon");

        (await LookAsync(tenant, user)).Should().Be("False ");
        tenant.Advance(60);
        (await LookAsync(tenant, user)).Should().Be("True Back at noon");
        tenant.Advance(59);
        (await LookAsync(tenant, user)).Should().Be("True Back at noon");
        tenant.Advance(1);
        (await LookAsync(tenant, user)).Should().Be("False ");
    }

    [Fact]
    public async Task Event_ShownAsOutOfOffice_IsSilentAndBelowTheReply()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.AddOutOfOfficeEvent(Start, Start.AddDays(1));

        (await LookAsync(tenant, user)).Should().Be("True ");
        user.SetOutOfOffice("On leave");
        (await LookAsync(tenant, user)).Should().Be("True On leave");
        user.ClearOutOfOffice();
        (await LookAsync(tenant, user)).Should().Be("True ");
        tenant.Advance(24 * 60);
        (await LookAsync(tenant, user)).Should().Be("False ");
    }

    [Theory]
    [InlineData(false, "Available/OutOfOffice")]
    [InlineData(true, "Available/Available")]
    public async Task Available_OutOfOffice_IsItsActivityUnlessTheOptionSaysNo(bool option, string pair)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(o => o.OutOfOfficeIsNoActivity = option);
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();

        user.SetOutOfOffice();

        (await tenant.ReadAsync(user)).Pair.Should().Be(pair);
    }

    [Theory]
    [InlineData("Busy", "InACall")]
    [InlineData("Away", "Away")]
    public async Task AnythingElse_OutOfOffice_ShowsBesideIt(string availability, string activity)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient(availability, activity);

        user.SetOutOfOffice("Gone");

        (await tenant.ReadAsync(user)).Pair.Should().Be($"{availability}/{activity}");
        (await LookAsync(tenant, user)).Should().Be("True Gone");
    }

    [Fact]
    public async Task NoSession_OutOfOffice_StaysOffline()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        user.SetOutOfOffice();

        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/Offline");
    }

    private static async Task<string> LookAsync(TestTenant tenant, EmulatedUser user)
    {
        JsonElement settings = (await tenant.ReadAsync(user)).Json.GetProperty("outOfOfficeSettings");
        return $"{settings.GetProperty("isOutOfOffice")} {settings.GetProperty("message")}";
    }
}
