using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class WorkLocationTests
{
    [Fact]
    public async Task Layers_ManualOverAutomaticOverScheduled()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        user.SetScheduledLocation("timeOff");
        (await LocationAsync(tenant, user)).Should().Be("scheduled timeOff ");
        await tenant.WriteAsMeAsync(user, "setManualLocation", Body("office", "building-7"));
        (await LocationAsync(tenant, user)).Should().Be("manual office building-7");
        await tenant.WriteAsMeAsync(user, "setAutomaticLocation", Body("remote"));
        (await LocationAsync(tenant, user)).Should().Be("manual office building-7");
        await tenant.WriteAsMeAsync(user, "clearLocation");
        (await LocationAsync(tenant, user)).Should().Be("scheduled timeOff ", "clearing takes manual and automatic");
        user.ClearScheduledLocation();
        (await LocationAsync(tenant, user)).Should().Be("none unspecified ");
    }

    [Fact]
    public async Task ClearAutomatic_LeavesTheOtherLayers()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetScheduledLocation("office");

        await tenant.WriteAsMeAsync(user, "setAutomaticLocation", Body("remote"));
        (await LocationAsync(tenant, user)).Should().Be("automatic remote ");
        await tenant.WriteAsMeAsync(user, "clearAutomaticLocation");
        (await LocationAsync(tenant, user)).Should().Be("scheduled office ");
        await tenant.WriteAsMeAsync(user, "setManualLocation", Body("timeOff"));
        await tenant.WriteAsMeAsync(user, "clearAutomaticLocation");
        (await LocationAsync(tenant, user)).Should().Be("manual timeOff ");
    }

    [Theory]
    [InlineData("{}", "[WorkLocationType]: The WorkLocationType field is required.")]
    [InlineData("""{ "workLocationType": "unspecified" }""", "The provided [WorkLocationType] is not valid.")]
    [InlineData("""{ "workLocationType": "Office" }""", "The provided [WorkLocationType] is not valid.")]
    [InlineData("""{ "workLocationType": "office", "placeId": 7 }""", "The provided [PlaceId] is not valid.")]
    public async Task SetLocation_BadBody_IsRefused(string body, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(
            "me/presence/setManualLocation", body, tenant.Emulator.SignIn(tenant.Emulator.Users[0]));

        answer.ShouldBeError(400, "InvalidArgument", message);
    }

    [Theory]
    [InlineData("setManualLocation")]
    [InlineData("setAutomaticLocation")]
    [InlineData("clearLocation")]
    [InlineData("clearAutomaticLocation")]
    public async Task Locations_UnderUsers_AreNoLongerServed(string action)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(
            $"users/{tenant.Emulator.Users[0].Id}/presence/{action}", Body("office"));

        answer.ShouldBeError(405, "Request_BadRequest");
    }

    private static string Body(string type, string? place = null) =>
        JsonSerializer.Serialize(new { workLocationType = type, placeId = place });

    private static async Task<string> LocationAsync(TestTenant tenant, EmulatedUser user)
    {
        JsonElement location = (await tenant.ReadAsync(user)).Json.GetProperty("workLocation");
        string[] names = ["source", "workLocationType", "placeId"];
        return string.Join(' ', names.Select(name => location.GetProperty(name).ToString()));
    }
}
