using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PresenceClient.Emulator.Tests.Notifications;

/// <summary>What lets a receiver trust a notification, and what lets the service send it.</summary>
public sealed class NotificationTrustTests
{
    [Fact]
    public async Task Token_ForTheApplication_IsSignedByAPublishedKey()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        JsonWebToken token = await ReadTokenAsync(tenant);

        token.Issuer.Should().Be($"https://login.microsoftonline.com/{tenant.Emulator.TenantId}/v2.0");
        token.Audiences.Should().Equal(tenant.Tenant.AppId);
        token.GetClaim("azp").Value.Should().Be("0bf30f3b-4a52-48df-9a82-234910c4a086");
        token.GetClaim("ver").Value.Should().Be("2.0");
        token.Alg.Should().Be("RS256");
    }

    [Fact]
    public async Task Token_OfVersion1_HasItsIssuerAndClaims()
    {
        await using SubscribedTenant tenant =
            await SubscribedTenant.StartAsync(options => options.V1ValidationTokens = true);

        JsonWebToken token = await ReadTokenAsync(tenant);

        token.Issuer.Should().Be($"https://sts.windows.net/{tenant.Emulator.TenantId}/");
        token.GetClaim("appid").Value.Should().Be("0bf30f3b-4a52-48df-9a82-234910c4a086");
        token.GetClaim("ver").Value.Should().Be("1.0");
    }

    [Fact]
    public async Task Keys_Roll_EveryDayAndOnDemand()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        string[] first = await KeysAsync(tenant);
        tenant.Emulator.RollSigningKeys();
        string[] second = await KeysAsync(tenant);
        tenant.Emulator.Advance(TimeSpan.FromDays(1));
        string[] third = await KeysAsync(tenant);

        first.Should().ContainSingle();
        second.Should().HaveCount(2).And.Contain(first[0]);
        third.Should().HaveCount(2).And.Contain(second[1]).And.NotContain(first[0]);
    }

    [Fact]
    public async Task Lifecycle_TokenNearItsEnd_AsksForReauthorization()
    {
        await using SubscribedTenant tenant =
            await SubscribedTenant.StartAsync(options => options.TokenLifetime = TimeSpan.FromMinutes(30));
        EmulatedUser user = tenant.Tenant.BlankUser();
        string id = await tenant.SubscribeAsync(
            [user], ("lifecycleNotificationUrl", SubscribedTenant.LifecycleAddress));

        await tenant.DeliverAfterAsync(19);
        int before = tenant.Subscriber.Posts.Count;
        await tenant.DeliverAfterAsync(2);

        before.Should().Be(0);
        JsonElement item = tenant.Subscriber.Items.Single();
        Names(item).Should().Equal(
            "id", "subscriptionId", "subscriptionExpirationDateTime", "clientState", "tenantId", "lifecycleEvent");
        item.GetProperty("subscriptionId").GetString().Should().Be(id);
        item.GetProperty("lifecycleEvent").GetString().Should().Be("reauthorizationRequired");
        tenant.Subscriber.Posts[0].TryGetProperty("validationTokens", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notifications_WithoutAuthorization_AreWithheldUntilItIsRenewed(bool byUpdate)
    {
        await using SubscribedTenant tenant =
            await SubscribedTenant.StartAsync(options => options.TokenLifetime = TimeSpan.FromMinutes(30));
        EmulatedUser user = tenant.Tenant.BlankUser();
        string id = await tenant.SubscribeAsync([user]);
        tenant.Tenant.Advance(31);

        user.JoinCall();
        await tenant.DeliverAfterAsync(1);
        int withheld = tenant.Subscriber.Posts.Count;
        Answer renewed = byUpdate
            ? await tenant.SendAsync(HttpMethod.Patch, id, $$"""{"expirationDateTime":"{{tenant.In(60)}}"}""")
            : await tenant.SendAsync(HttpMethod.Post, id + "/reauthorize");
        await tenant.DeliverAfterAsync(1);

        withheld.Should().Be(0);
        renewed.Status.Should().BeOneOf(200, 204);
        tenant.Subscriber.Pairs.Should().Equal("Busy/InACall");
    }

    [Fact]
    public async Task Lifecycle_OnDemand_IsSentToEverySubscription()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        await tenant.SubscribeAsync(
            [tenant.Tenant.BlankUser()], ("lifecycleNotificationUrl", SubscribedTenant.LifecycleAddress));

        tenant.Emulator.RequireReauthorization();
        await tenant.DeliverAsync();

        tenant.Subscriber.Items.Single().GetProperty("lifecycleEvent").GetString().Should()
            .Be("reauthorizationRequired");
    }

    private static async Task<string[]> KeysAsync(SubscribedTenant tenant)
    {
        Answer document = await tenant.Tenant.GetAsync(
            "https://graph.microsoft.com/common/.well-known/openid-configuration");
        Answer keys = await tenant.Tenant.GetAsync(document.Json.GetProperty("jwks_uri").GetString()!);
        return [.. keys.Json.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static async Task<JsonWebToken> ReadTokenAsync(SubscribedTenant tenant)
    {
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        user.JoinCall();
        await tenant.DeliverAsync();
        string token = tenant.Subscriber.Posts.Single().GetProperty("validationTokens")[0].GetString()!;
        Answer keys = await tenant.Tenant.GetAsync("https://graph.microsoft.com/common/discovery/v2.0/keys");
        TokenValidationResult result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new()
        {
            ValidIssuer = new JsonWebToken(token).Issuer,
            ValidAudience = tenant.Tenant.AppId,
            IssuerSigningKeys = new JsonWebKeySet(keys.Text).GetSigningKeys(),
        });
        result.IsValid.Should().BeTrue(result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name);
}
