using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class PresenceSelectionTests
{
    private static readonly string[] All =
    [
        "@odata.context", "id", "availability", "activity", "statusMessage", "outOfOfficeSettings", "workLocation",
        "sequenceNumber",
    ];

    [Theory]
    [InlineData("availability", "availability")]
    [InlineData("Activity, ID", "id", "activity")]
    [InlineData("statusMessage,workLocation", "statusMessage", "workLocation")]
    [InlineData("outOfOfficeSettings,sequenceNumber", "outOfOfficeSettings", "sequenceNumber")]
    public async Task Get_Select_AnswersWhatIsAskedFor(string select, params string[] names)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string query = $"$select={Uri.EscapeDataString(select)}";

        Answer known = await tenant.GetAsync($"users/{tenant.Emulator.Users[0].Id}/presence?{query}");
        Answer unknown = await tenant.GetAsync($"communications/presences/{Guid.Empty}?{query}");

        Names(known.Json).Should().Equal(["@odata.context", .. names]);
        Names(unknown.Json).Should().Equal(["@odata.context", .. names]);
        known.Json.GetProperty("@odata.context").GetString().Should()
            .EndWith($"/presence({select.Replace(" ", "", StringComparison.Ordinal)})/$entity");
    }

    [Fact]
    public async Task Bulk_Select_AnswersWhatIsAskedForOfEach()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string body = JsonSerializer.Serialize(new { ids = new[] { tenant.Emulator.Users[0].Id, "nobody" } });

        Answer answer = await tenant.PostAsync("communications/getPresencesByUserId?$select=id,availability", body);

        answer.Json.GetProperty("value").EnumerateArray().Should().HaveCount(2)
            .And.OnlyContain(entry => string.Join(",", Names(entry)) == "id,availability");
        answer.Json.GetProperty("@odata.context").GetString().Should()
            .EndWith("#Collection(microsoft.graph.presence)(id,availability)");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?$select=*", false)]
    [InlineData("?$select=id", true)]
    [InlineData("?$select=mood", true)]
    public async Task Get_NoSelectOrIgnored_AnswersAll(string query, bool ignored)
    {
        await using TestTenant tenant =
            await TestTenant.StartAsync(options => options.IgnoreSelectOnPresence = ignored);

        Answer answer = await tenant.GetAsync($"users/{tenant.Emulator.Users[0].Id}/presence{query}");

        Names(answer.Json).Should().Equal(All);
    }

    [Fact]
    public async Task Select_Unknown_IsRefusedByItsName()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer one = await tenant.GetAsync($"users/{tenant.Emulator.Users[0].Id}/presence?$select=id,mood");
        Answer bulk = await tenant.PostAsync("communications/getPresencesByUserId?$select=mood", """{ "ids": [] }""");

        one.ShouldBeError(400, "BadRequest");
        one.ErrorMessage.Should().EndWith("Could not find a property named 'mood' on type 'microsoft.graph.presence'.");
        bulk.Text.Should().Contain("'mood'");
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(it => it.Name);
}
