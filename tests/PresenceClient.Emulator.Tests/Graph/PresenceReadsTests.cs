using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class PresenceReadsTests
{
    [Fact]
    public async Task Get_SeededUser_HasEveryProperty()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient("Busy", "InACall");

        Answer answer = await tenant.ReadAsync(user);

        answer.Status.Should().Be(200);
        answer.ContentHeaders.ContentType!.MediaType.Should().Be("application/json");
        JsonElement json = answer.Json;
        json.GetProperty("@odata.context").GetString().Should()
            .Be($"https://graph.microsoft.com/v1.0/$metadata#users('{user.Id}')/presence/$entity");
        json.GetProperty("id").GetString().Should().Be(user.Id);
        answer.Pair.Should().Be("Busy/InACall");
        json.GetProperty("statusMessage").ValueKind.Should().Be(JsonValueKind.Null);
        json.GetProperty("outOfOfficeSettings").GetRawText().Should().Be("""{"message":null,"isOutOfOffice":false}""");
        json.GetProperty("workLocation").GetRawText().Should()
            .Be("""{"source":"none","workLocationType":"unspecified","placeId":null}""");
        answer.SequenceNumber.Should().MatchRegex("^A[0-9]{10}$");
    }

    [Fact]
    public async Task Get_ByPresenceId_IsTheSamePresenceWithItsOwnContext()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[3];

        Answer byUser = await tenant.ReadAsync(user);
        Answer byPresence = await tenant.GetAsync($"communications/presences/{user.Id}");

        byPresence.Json.GetProperty("@odata.context").GetString().Should()
            .Be("https://graph.microsoft.com/v1.0/$metadata#communications/presences/$entity");
        Properties(byPresence).Should().Equal(Properties(byUser));
    }

    [Fact]
    public async Task Get_Me_IsTheSignedInUser()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[4];

        Answer mine = await tenant.GetAsync("me/presence", tenant.Emulator.SignIn(user, "Presence.Read"));

        mine.Json.GetProperty("id").GetString().Should().Be(user.Id);
        mine.Json.GetProperty("@odata.context").GetString().Should().EndWith($"#users('{user.Id}')/presence/$entity");
    }

    [Theory]
    [InlineData("users/00000000-0000-4000-8000-000000000000/presence", "00000000-0000-4000-8000-000000000000")]
    [InlineData("communications/presences/not-a-guid", "not-a-guid")]
    public async Task Get_UnknownId_IsPresenceUnknown(string path, string id)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync(path);

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("id").GetString().Should().Be(id);
        answer.Pair.Should().Be("PresenceUnknown/PresenceUnknown");
        answer.SequenceNumber.Should().BeNull();
    }

    [Fact]
    public async Task Get_UserPrincipalName_IsPresenceUnknown()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync($"users/{tenant.Emulator.Users[0].UserPrincipalName}/presence");

        answer.Pair.Should().Be("PresenceUnknown/PresenceUnknown");
    }

    [Fact]
    public async Task Get_UnknownIdWithOption_IsNotFound()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.UnknownUserIsNotFound = true);

        Answer answer = await tenant.GetAsync($"users/{Guid.Empty}/presence");

        answer.ShouldBeError(404, "NotFound");
    }

    [Fact]
    public async Task Get_UnsetLocationWithOption_IsNull()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.UnsetWorkLocationIsNull = true);
        EmulatedUser user = tenant.BlankUser();

        Answer unset = await tenant.ReadAsync(user);
        user.SetScheduledLocation("office");
        Answer set = await tenant.ReadAsync(user);

        unset.Json.GetProperty("workLocation").ValueKind.Should().Be(JsonValueKind.Null);
        set.Json.GetProperty("workLocation").GetProperty("source").GetString().Should().Be("scheduled");
    }

    private static IEnumerable<string> Properties(Answer answer) => answer.Json.EnumerateObject()
        .Where(property => property.Name != "@odata.context")
        .Select(property => property.ToString());
}
