using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.Seeding;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Tests.Identity;

public sealed class AuthenticationTests
{
    private static readonly TokenRequestContext GraphScope = new(["https://graph.microsoft.com/.default"]);

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Basic abc")]
    public async Task Call_WithoutToken_IsRefused(string? authorization)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await CallAsync(tenant, "users", authorization);

        answer.ShouldBeError(401, "InvalidAuthenticationToken", "Access token is empty.");
        answer.Headers.WwwAuthenticate.Should().ContainSingle().Which.Scheme.Should().Be("Bearer");
    }

    [Fact]
    public async Task Call_WithText_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await CallAsync(tenant, "users", "Bearer nonsense");

        answer.ShouldBeError(401, "InvalidAuthenticationToken", "Access token is not a valid JWT.");
    }

    [Fact]
    public async Task Call_TokenExpires_ByTheClockOfTokens()
    {
        var clock = new FakeTimeProvider(TestTenant.Start);
        await using TestTenant tenant = await TestTenant.StartAsync(options =>
        {
            options.TokenTimeProvider = clock;
            options.TokenLifetime = TimeSpan.FromHours(1);
        });
        AccessToken token = await tenant.Emulator.SignIn(tenant.Emulator.Users[0])
            .GetTokenAsync(GraphScope, CancellationToken.None);

        tenant.Advance(600);
        Answer fresh = await CallAsync(tenant, "users", $"Bearer {token.Token}");
        clock.Advance(TimeSpan.FromHours(1));
        Answer expired = await CallAsync(tenant, "users", $"Bearer {token.Token}");

        token.ExpiresOn.Should().Be(TestTenant.Start.AddHours(1));
        fresh.Status.Should().Be(200);
        expired.ShouldBeError(
            401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
    }

    [Fact]
    public async Task Call_TokenOfAnotherEmulator_IsForged()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await using TestTenant twin = await TestTenant.StartAsync();
        AccessToken token = await twin.Emulator.CreateCredential().GetTokenAsync(GraphScope, CancellationToken.None);

        Answer answer = await CallAsync(tenant, "users", $"Bearer {token.Token}");

        answer.ShouldBeError(401, "InvalidAuthenticationToken", "Access token validation failure. Invalid signature.");
    }

    [Theory]
    [InlineData("https://graph.microsoft.com", "https://elsewhere.example/", "Invalid issuer.")]
    [InlineData("https://elsewhere.example", null, "Invalid audience.")]
    public async Task Authenticate_RightKeyButOtherClaims_IsRefused(string audience, string? issuer, string message)
    {
        Tenant tenant = TenantSeeder.Create(new PresenceEmulatorOptions { Users = 1 });
        var settings = new TokenSettings(tenant, TimeProvider.System);
        string token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Issuer = issuer ?? settings.Issuer,
            SigningCredentials = new SigningCredentials(settings.Key, SecurityAlgorithms.HmacSha256),
        });

        Outcome<Caller> outcome =
            await new Authenticator(tenant, settings, letAnybodyIn: false).AuthenticateAsync($"Bearer {token}", false);

        outcome.Succeeded(out _, out EmulatedError? error).Should().BeFalse();
        error!.Message.Should().Be($"Access token validation failure. {message}");
    }

    [Fact]
    public async Task NoAuth_WithoutToken_ActsAsTheApplicationAndAsTheFirstUser()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.NoAuth = true);
        EmulatedUser first = tenant.BlankUser();
        using var write = new HttpRequestMessage(HttpMethod.Post, $"users/{first.Id}/presence/setPresence");
        write.Content = new StringContent(tenant.SessionBody("Away", "Away"), Encoding.UTF8, "application/json");

        (await tenant.SendAsync(write)).ShouldBeDone();
        Answer mine = await CallAsync(tenant, "me/presence", null);
        Answer forged = await CallAsync(tenant, "me/presence", "Bearer nonsense");

        mine.Json.GetProperty("id").GetString().Should().Be(first.Id);
        mine.Pair.Should().Be("Away/Away");
        forged.Status.Should().Be(401);
    }

    [Fact]
    public async Task ClientSecretCredential_OfAnotherApplication_HasItsRolesAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedApplication reader = tenant.Emulator.AddApplication("Presence.Read.All");
        TokenCredential credential = tenant.Emulator.CreateCredential(reader);
        EmulatedUser user = tenant.Emulator.Users[0];

        Answer read = await tenant.ReadAsync(user, credential);
        Answer write = await tenant.PostAsync(
            $"users/{user.Id}/presence/clearUserPreferredPresence", null, credential);

        credential.Should().BeOfType<ClientSecretCredential>();
        read.Status.Should().Be(200);
        write.ShouldBeError(403, "Forbidden", "");
    }

    [Fact]
    public async Task ClientSecretCredential_Synchronously_GetsAToken()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

#pragma warning disable CA1849 // The synchronous path is what this test is about.
        AccessToken token = tenant.Emulator.CreateCredential().GetToken(GraphScope, CancellationToken.None);
#pragma warning restore CA1849

        (await CallAsync(tenant, "users", $"Bearer {token.Token}")).Status.Should().Be(200);
    }

    [Fact]
    public async Task ClientSecretCredential_WrongSecret_FailsInAzureIdentitysWords()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedApplication app = tenant.Emulator.Application;
        var other = new EmulatedApplication(9, app.ClientId, "guess", app.PrincipalId, []);

        Func<Task> ask = async () =>
            await tenant.Emulator.CreateCredential(other).GetTokenAsync(GraphScope, CancellationToken.None);

        // Azure.Identity wraps MSAL's exception, which has the endpoint's own words.
        (await ask.Should().ThrowAsync<AuthenticationFailedException>())
            .WithInnerException<Microsoft.Identity.Client.MsalServiceException>().WithMessage("*AADSTS7000215*");
    }

    [Fact]
    public async Task SignIn_Cancelled_Throws()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        TokenCredential credential = tenant.Emulator.SignIn(tenant.Emulator.Users[0]);

        Func<Task> ask = async () => await credential.GetTokenAsync(GraphScope, new CancellationToken(canceled: true));

        await ask.Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<Answer> CallAsync(TestTenant tenant, string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await tenant.SendAsync(request);
    }
}
