namespace PresenceClient.Emulator.Tests.State;

public sealed class WorkLocationDayTests
{
    [Theory]
    [InlineData(false, "scheduled")]
    [InlineData(true, "manual")]
    public async Task Chosen_EndsWithTheDayUnlessKept_AndTheCalendarShows(bool keep, string next)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.KeepWorkLocations = keep);
        EmulatedUser user = tenant.BlankUser();
        user.SetScheduledLocation("remote");
        await tenant.WriteAsMeAsync(user, "setManualLocation", """{ "workLocationType": "office" }""");

        tenant.Emulator.Advance(TimeSpan.FromHours(15) - TimeSpan.FromTicks(1));
        (await SourceAsync(tenant, user)).Should().Be("manual", "the day has not ended");
        tenant.Emulator.Advance(TimeSpan.FromTicks(1));
        (await SourceAsync(tenant, user)).Should().Be(next);
    }

    [Theory]
    [InlineData("office", null, "building-7")]
    [InlineData("office", "building-8", "building-8")]
    [InlineData("remote", null, "")]
    public async Task Automatic_LessPreciseSignal_DoesNotUndoThePreciseOne(string type, string? place, string shown)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsMeAsync(
            user, "setAutomaticLocation", """{ "workLocationType": "office", "placeId": "building-7" }""");

        await tenant.WriteAsMeAsync(
            user,
            "setAutomaticLocation",
            System.Text.Json.JsonSerializer.Serialize(new { workLocationType = type, placeId = place }));

        (await tenant.ReadAsync(user)).Json.GetProperty("workLocation").GetProperty("placeId").ToString().Should()
            .Be(shown);
    }

    private static async Task<string?> SourceAsync(TestTenant tenant, EmulatedUser user) =>
        (await tenant.ReadAsync(user)).Json.GetProperty("workLocation").GetProperty("source").GetString();
}
