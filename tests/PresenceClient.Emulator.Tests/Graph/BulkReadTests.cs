using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class BulkReadTests
{
    private const string Path = "communications/getPresencesByUserId";

    [Fact]
    public async Task Read_650Users_AnswersEachInTheOrderAsked()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 700);
        string[] ids = [.. tenant.Emulator.Users.Select(user => user.Id).Reverse().Take(650)];

        Answer answer = await tenant.PostAsync(Path, Body(ids));

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("@odata.context").GetString().Should()
            .Be("https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.presence)");
        Ids(answer).Should().Equal(ids);
    }

    [Fact]
    public async Task Read_MoreThan650Ids_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 651);

        Answer answer = await tenant.PostAsync(Path, Body([.. tenant.Emulator.Users.Select(user => user.Id)]));

        answer.ShouldBeError(400, "InvalidArgument");
    }

    [Fact]
    public async Task Read_SameIdAgain_IsAnsweredOnce()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string id = tenant.Emulator.Users[0].Id;

        Answer answer = await tenant.PostAsync(Path, Body([id, "nobody", id.ToUpperInvariant(), "NOBODY"]));

        Ids(answer).Should().Equal(id, "nobody");
    }

    [Fact]
    public async Task Read_UnknownIds_ArePresenceUnknown()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string stranger = Guid.Empty.ToString();

        Answer answer = await tenant.PostAsync(Path, Body([stranger, tenant.Emulator.Users[0].Id]));

        JsonElement first = answer.Json.GetProperty("value")[0];
        first.GetProperty("id").GetString().Should().Be(stranger);
        first.GetProperty("availability").GetString().Should().Be("PresenceUnknown");
        first.GetProperty("activity").GetString().Should().Be("PresenceUnknown");
    }

    [Fact]
    public async Task Read_UnknownIdsWithOption_AreLeftOut()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.OmitUnknownUsersFromBulk = true);
        string id = tenant.Emulator.Users[0].Id;

        Answer answer = await tenant.PostAsync(Path, Body([Guid.Empty.ToString(), id, "nobody"]));

        Ids(answer).Should().Equal(id);
    }

    [Fact]
    public async Task Read_NoIds_IsEmpty()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(Path, Body([]));

        Ids(answer).Should().BeEmpty();
    }

    [Theory]
    [InlineData("{}", "[Ids]: The Ids field is required.")]
    [InlineData("""{ "ids": null }""", "[Ids]: The Ids field is required.")]
    [InlineData("""{ "ids": "one" }""", "The provided [Ids] is not valid.")]
    [InlineData("""{ "ids": [1] }""", "The provided [Ids] is not valid.")]
    public async Task Read_BadBody_IsRefused(string body, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(Path, body);

        answer.ShouldBeError(400, "InvalidArgument", message);
    }

    [Fact]
    public async Task Read_OwnEntry_AloneHasTheTimesOfTheStatusMessage()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser me = tenant.BlankUser();
        EmulatedUser other = tenant.BlankUser(1);
        me.SetStatusMessage("mine");
        other.SetStatusMessage("theirs");

        Answer answer = await tenant.PostAsync(
            Path, Body([me.Id, other.Id]), tenant.Emulator.SignIn(me, "Presence.Read.All"));

        JsonElement value = answer.Json.GetProperty("value");
        value[0].GetProperty("statusMessage").TryGetProperty("publishedDateTime", out _).Should().BeTrue();
        value[1].GetProperty("statusMessage").TryGetProperty("publishedDateTime", out _).Should().BeFalse();
    }

    private static string Body(string[] ids) => JsonSerializer.Serialize(new { ids });

    private static IEnumerable<string?> Ids(Answer answer) =>
        answer.Json.GetProperty("value").EnumerateArray().Select(entry => entry.GetProperty("id").GetString());
}
