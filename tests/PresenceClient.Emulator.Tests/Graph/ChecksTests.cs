using Azure.Core;
using PresenceClient.Emulator.Hosting;

namespace PresenceClient.Emulator.Tests.Graph;

/// <summary>The order of the service's checks: route, token, body, scope, self only, state.</summary>
public sealed class ChecksTests
{
    private const string NoBody = "{}";

    [Fact]
    public async Task Route_ComesBeforeToken()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "groups");

        (await tenant.SendAsync(request)).Status.Should().Be(400);
    }

    [Fact]
    public async Task Token_ComesBeforeBody()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"users/{Guid.Empty}/presence/clearPresence");

        (await tenant.SendAsync(request)).ShouldBeError(401, "InvalidAuthenticationToken");
    }

    [Fact]
    public async Task Body_ComesBeforeScope()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        TokenCredential nothing = tenant.Emulator.CreateCredential(tenant.Emulator.AddApplication());

        Answer answer = await tenant.PostAsync($"users/{Guid.Empty}/presence/clearPresence", NoBody, nothing);

        answer.ShouldBeError(400, "InvalidArgument", "[SessionId]: The SessionId field is required.");
    }

    [Fact]
    public async Task Scope_ComesBeforeSelfOnly()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        TokenCredential reader = tenant.Emulator.SignIn(tenant.Emulator.Users[0], "Presence.Read.All");

        Answer answer = await tenant.PostAsync(ClearOf(tenant.Emulator.Users[1]), NoBody, reader);

        answer.ShouldBeError(403, "Forbidden", "");
    }

    [Fact]
    public async Task SelfOnly_ComesBeforeState()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser me = tenant.Emulator.Users[0];
        TokenCredential writer = tenant.Emulator.SignIn(me, "Presence.ReadWrite");

        Answer answer = await tenant.PostAsync(
            $"users/{Guid.Empty}/presence/clearUserPreferredPresence", NoBody, writer);

        answer.Status.Should().Be(401);
        answer.ErrorMessage.Should().Be($"Cannot set the presence of another user. Authenticated user: {me.Id}");
    }

    [Fact]
    public async Task Scope_ComesBeforeState()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.UnknownUserIsNotFound = true);
        TokenCredential nothing = tenant.Emulator.CreateCredential(tenant.Emulator.AddApplication());

        Answer answer = await tenant.GetAsync($"users/{Guid.Empty}/presence", nothing);

        answer.ShouldBeError(403, "Forbidden", "");
    }

    [Fact]
    public async Task Self_MayReadWithTheLesserScope()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser me = tenant.Emulator.Users[0];
        TokenCredential reader = tenant.Emulator.SignIn(me, "Presence.Read");

        Answer own = await tenant.ReadAsync(me, reader);
        Answer other = await tenant.ReadAsync(tenant.Emulator.Users[1], reader);

        own.Status.Should().Be(200);
        other.ShouldBeError(403, "Forbidden", "");
    }

    [Fact]
    public async Task Self_MayWriteUnderUsers()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser me = tenant.BlankUser();

        await tenant.WriteAsync(
            me, "setPresence", tenant.SessionBody("Away", "Away"), tenant.Emulator.SignIn(me, "Presence.ReadWrite"));

        (await tenant.ReadAsync(me)).Pair.Should().Be("Away/Away");
    }

    [Theory]
    [InlineData("GET", "me/presence")]
    [InlineData("POST", "me/presence/setPresence")]
    public async Task Me_ForAnApplication_IsRefused(string method, string path)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.SendAsync(new HttpMethod(method), path, null, null);

        answer.ShouldBeError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
    }

    [Theory]
    [InlineData(EmulatedEndpoint.LargestBody, 200)]
    [InlineData(EmulatedEndpoint.LargestBody + 1, 413)]
    [InlineData(600_000, 413)]
    [InlineData(2_000_000, 413)]
    public async Task Body_TooLarge_IsRefused(int bytes, int status)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string body = """{ "ids": [] }""".PadRight(bytes);

        Answer answer = await tenant.PostAsync("communications/getPresencesByUserId", body);

        answer.Status.Should().Be(status);
        if (status == 413)
        {
            answer.ShouldBeError(413, "RequestEntityTooLarge");
        }
    }

    private static string ClearOf(EmulatedUser user) => $"users/{user.Id}/presence/clearUserPreferredPresence";
}
