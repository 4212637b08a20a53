namespace PresenceClient.Emulator.Tests.Graph;

public sealed class ClearPresenceTests
{
    [Fact]
    public async Task ClearPresence_OnlySession_LeavesOfflineAndThenNothingToClear()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        string session = $$"""{ "sessionId": "{{tenant.AppId.ToUpperInvariant()}}" }""";
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Available", "Available"));

        await tenant.WriteAsync(user, "clearPresence", session);
        Answer offline = await tenant.ReadAsync(user);
        Answer again = await tenant.PostAsync($"users/{user.Id}/presence/clearPresence", session);

        offline.Pair.Should().Be("Offline/Offline");
        again.ShouldBeError(404, "NotFound");
    }

    [Fact]
    public async Task ClearPresence_ExpiredSession_IsNotFound()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Available", "Available"));
        tenant.Advance(5);

        Answer answer = await tenant.PostAsync(
            $"users/{user.Id}/presence/clearPresence", $$"""{ "sessionId": "{{tenant.AppId}}" }""");

        answer.ShouldBeError(404, "NotFound");
    }

    [Fact]
    public async Task ClearPresence_EmptyObject_AsksForTheSessionId()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync($"users/{tenant.BlankUser().Id}/presence/clearPresence", "{}");

        answer.ShouldBeError(400, "InvalidArgument", "[SessionId]: The SessionId field is required.");
    }
}
