using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Control;

public sealed class GroupControlTests
{
    [Fact]
    public async Task GetGroups_ListsThemWithTheirDirectMembers()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        JsonElement groups = (await tenant.GetAsync("/_emulator/groups")).Json.GetProperty("value");

        groups.EnumerateArray().Select(group => group.GetProperty("displayName").GetString()).Should()
            .Equal(tenant.Emulator.Groups.Select(group => group.DisplayName));
        groups.EnumerateArray().Select(group => Texts(group, "members")).Should()
            .BeEquivalentTo(tenant.Emulator.Groups.Select(group => group.Members.Select(user => user.Id)));
        Texts(groups[0], "groups").Should().Equal(tenant.Emulator.Groups[0].Groups.Select(group => group.Id));
    }

    [Fact]
    public async Task PostGroups_AddsAGroup()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser[] users = [.. tenant.Emulator.Users.Take(2)];
        EmulatedGroup nested = tenant.Emulator.Group("Engineering Team 1");

        Answer answer = await tenant.PostAsync("/_emulator/groups", $$"""
            { "displayName": "Night shift", "members": ["{{users[0].Id}}", "{{users[1].UserPrincipalName}}"],
              "groups": ["{{nested.Id}}"] }
            """);

        answer.Status.Should().Be(201, answer.Text);
        EmulatedGroup group = tenant.Emulator.Group(answer.Json.GetProperty("id").GetString()!);
        group.DisplayName.Should().Be("Night shift");
        group.Members.Should().Equal(users);
        group.Groups.Should().Equal(nested);
    }

    [Theory]
    [InlineData("{}", 400, "'displayName' must be a text")]
    [InlineData("""{ "displayName": " " }""", 400, "'displayName' must be a text")]
    [InlineData("""{ "displayName": "A", "members": "b" }""", 400, "'members' must be an array")]
    [InlineData("""{ "displayName": "A", "groups": [1] }""", 400, "'groups' of ids")]
    [InlineData("""{ "displayName": "A", "members": ["nobody"] }""", 404, "No user has the id or sign-in name")]
    [InlineData("""{ "displayName": "A", "groups": ["none"] }""", 404, "No group has the id 'none'")]
    [InlineData("""{ "name": "A" }""", 400, "displayName, members, groups")]
    public async Task PostGroups_BadBody_IsRefusedInWords(string body, int status, string words)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        int count = tenant.Emulator.Groups.Count;

        Answer answer = await tenant.PostAsync("/_emulator/groups", body);

        answer.Status.Should().Be(status);
        answer.Json.GetProperty("error").GetString().Should().Contain(words);
        tenant.Emulator.Groups.Should().HaveCount(count);
    }

    private static IEnumerable<string> Texts(JsonElement group, string property) =>
        group.GetProperty(property).EnumerateArray().Select(id => id.GetString()!);
}
