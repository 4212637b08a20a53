namespace PresenceClient.Emulator.Tests.Graph;

/// <summary>The writes below /communications/presences/{id}, which the metadata has and no page.</summary>
public sealed class PresenceIdWritesTests
{
    [Theory]
    [InlineData("setPresence", """{ "sessionId": "APP", "availability": "Busy", "activity": "InACall" }""")]
    [InlineData("clearPresence", """{ "sessionId": "APP" }""")]
    [InlineData("setUserPreferredPresence", """{ "availability": "Away", "activity": "Away" }""")]
    [InlineData("clearUserPreferredPresence", "")]
    [InlineData("setStatusMessage", """{ "statusMessage": { "message": { "content": "Reading" } } }""")]
    public async Task Write_ByPresenceId_DoesWhatItDoesByUserId(string action, string body)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser[] users = [tenant.BlankUser(0), tenant.BlankUser(1)];
        foreach (EmulatedUser user in users)
        {
            await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Away", "Away"));
            user.PreferPresence("BeRightBack");
        }

        string json = body.Replace("APP", tenant.AppId, StringComparison.Ordinal);
        await tenant.WriteAsync(users[0], action, json);
        (await tenant.PostAsync($"communications/presences/{users[1].Id}/{action}", json)).ShouldBeDone();

        string byUser = (await tenant.GetAsync($"communications/presences/{users[0].Id}")).Text;
        string byPresence = (await tenant.GetAsync($"communications/presences/{users[1].Id}")).Text;
        byPresence.Replace(users[1].Id, users[0].Id, StringComparison.Ordinal).Should().Be(byUser);
    }

    [Fact]
    public async Task Write_ByPresenceIdOfSomebodyElse_IsRefusedAsByUserId()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser[] users = [tenant.BlankUser(0), tenant.BlankUser(1)];
        string path = $"communications/presences/{users[1].Id}/clearUserPreferredPresence";

        Answer other = await tenant.PostAsync(path, "{}", tenant.Emulator.SignIn(users[0]));
        Answer self = await tenant.PostAsync(path, "{}", tenant.Emulator.SignIn(users[1]));

        other.ShouldBeError(
            401, "Unauthorized", $"Cannot set the presence of another user. Authenticated user: {users[0].Id}");
        self.ShouldBeDone();
    }
}
