using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.AspNetCore.Tests.Support;

namespace PresenceClient.AspNetCore.Tests.Notifications;

/// <summary>What a reader accepts, and what it rejects of senders who know the address.</summary>
public sealed class ReaderTests : IDisposable
{
    private readonly ForgedPost _graph = new();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task Read_EncryptedPost_HasThePresence()
    {
        PresenceNotifications read = await ReadAsync(_graph.Post(_graph.Item()));

        read.Rejected.Should().Be(0);
        PresenceNotification one = read.Items.Single();
        one.SubscriptionId.Should().Be(ForgedPost.Subscription);
        one.UserId.Should().Be(ForgedPost.User);
        (one.AvailabilityText, one.ActivityText).Should().Be(("Busy", "InACall"));
        one.SubscriptionExpiresAt.Should().Be(ForgedPost.Now.AddHours(1));
        one.ToString().Should().NotContain(ForgedPost.User);
    }

    [Fact]
    public async Task Read_TokenOfVersion1_IsValid()
    {
        string token = _graph.Token(
            ("iss", $"https://sts.windows.net/{ForgedPost.Tenant}/"), ("ver", "1.0"), ("azp", null),
            ("appid", ForgedPost.ChangeTracking));

        (await ReadAsync(_graph.Post(_graph.Item(), token))).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Read_BasicPost_HasOnlyTheUser()
    {
        PresenceNotifications read = await ReadAsync(ForgedPost.Body(ForgedPost.BasicItem(), tokens: null));

        PresenceNotification one = read.Items.Single();
        one.UserId.Should().Be(ForgedPost.User);
        (one.AvailabilityText, one.ActivityText, one.IsUnreadable).Should().Be((null, null, false));
        _graph.Reads.Should().Be(0);
    }

    [Fact]
    public async Task Read_LifecycleEvent_IsNoChange()
    {
        PresenceNotifications read = await ReadAsync(ForgedPost.Body(
            $$"""
            { "subscriptionId": "{{ForgedPost.Subscription}}", "clientState": "secret",
              "lifecycleEvent": "reauthorizationRequired" }
            """,
            tokens: null));

        PresenceNotification one = read.Items.Single();
        (one.LifecycleEvent, one.UserId).Should().Be(("reauthorizationRequired", null));
    }

    [Theory]
    [InlineData("aud", "55555555-5555-4555-8555-555555555555", "*another application*")]
    [InlineData("iss", "https://sts.windows.net/55555555-5555-4555-8555-555555555555/", "*another tenant*")]
    [InlineData("iss", "https://login.contoso.com/22222222-2222-4222-8222-222222222222/v2.0", "*another tenant*")]
    [InlineData("tid", "55555555-5555-4555-8555-555555555555", "*another tenant*")]
    [InlineData("azp", "55555555-5555-4555-8555-555555555555", "*Change Tracking*")]
    [InlineData("azp", null, "*Change Tracking*")]
    [InlineData("ver", "3.0", "*version*")]
    [InlineData("ver", "1.0", "*Change Tracking*")]
    [InlineData("exp", null, "*expired*")]
    [InlineData("exp", 1_000_000_000L, "*expired*")]
    [InlineData("nbf", 4_000_000_000L, "*expired*")]
    public async Task Read_TokenWithAWrongClaim_IsRejected(string claim, object? value, string message)
    {
        string token = _graph.Token((claim, value));

        await ShouldBeRejectedAsync(
            _graph.Post(_graph.Item(), token), PresenceNotificationFault.InvalidToken, message);
    }

    [Fact]
    public async Task Read_TokenOfAnotherKey_IsRejected() => await ShouldBeRejectedAsync(
        _graph.Post(_graph.Item(), _graph.TokenOfAnotherKey()), PresenceNotificationFault.InvalidToken, "*signature*");

    [Fact]
    public async Task Read_TokenOfAnUnknownKey_IsRejected() => await ShouldBeRejectedAsync(
        _graph.Post(_graph.Item(), _graph.TokenOfAnotherKey("unknown")),
        PresenceNotificationFault.InvalidToken, "*key*");

    [Fact]
    public async Task Read_UnsignedToken_IsRejected() => await ShouldBeRejectedAsync(
        _graph.Post(_graph.Item(), ForgedPost.Unsigned(_graph.Token())), PresenceNotificationFault.InvalidToken, "*");

    [Fact]
    public async Task Read_TokenSignedWithThePublicKeyAsASecret_IsRejected()
    {
        string claims = Base64UrlEncoder.Decode(_graph.Token().Split('.')[1]);
        string token = ForgedPost.Sign(
            claims,
            new SigningCredentials(
                new SymmetricSecurityKey(_graph.PublicKey()) { KeyId = "first" }, SecurityAlgorithms.HmacSha256));

        await ShouldBeRejectedAsync(_graph.Post(_graph.Item(), token), PresenceNotificationFault.InvalidToken, "*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("not a token")]
    public async Task Read_NoToken_IsRejected(string token) => await ShouldBeRejectedAsync(
        _graph.Post(_graph.Item(), token), PresenceNotificationFault.InvalidToken, "*");

    [Fact]
    public async Task Read_OneBadTokenAmongGoodOnes_RejectsThePost() => await ShouldBeRejectedAsync(
        _graph.Post(_graph.Item(), _graph.Token(), _graph.TokenOfAnotherKey()),
        PresenceNotificationFault.InvalidToken, "*");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData(null)]
    public async Task Read_NoTokens_NamesTheCure(string? tokens) => await ShouldBeRejectedAsync(
        ForgedPost.Body(_graph.Item(), tokens), PresenceNotificationFault.NoTokens, "*Assignment required*");

    [Fact]
    public async Task Read_TransportWithoutTokens_NeedsNone()
    {
        PresenceNotifications read = await ReadAsync(
            ForgedPost.Body(_graph.Item(), tokens: null), options => options.RequireTokens = false);

        read.Items.Single().AvailabilityText.Should().Be("Busy");
    }

    [Fact]
    public async Task Read_ProbeOfAnEventHub_IsIgnored()
    {
        PresenceNotifications read = await ReadAsync(
            ForgedPost.Body("""{"subscriptionId":"NA","changeType":"Validation: Testing","clientState":"NA"}""", null),
            options => (options.RequireTokens, options.ClientState) = (false, null));

        read.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Read_KeysRolled_AreReadAgainForTheFirstPost()
    {
        using var reader = new PresenceNotificationReader(_graph.Options());
        await reader.ReadAsync(_graph.Post(_graph.Item()), Bounded.Stop);
        var clock = new FakeTimeProvider(ForgedPost.Now);
        using var later = new PresenceNotificationReader(_graph.Options(options => options.TimeProvider = clock));
        await later.ReadAsync(_graph.Post(_graph.Item()), Bounded.Stop);
        clock.Advance(TimeSpan.FromMinutes(1));

        _graph.Roll();
        PresenceNotifications read = await later.ReadAsync(_graph.Post(_graph.Item()), Bounded.Stop);

        read.Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Read_ManyUnknownKeys_DoNotFloodTheSignIn()
    {
        using var reader = new PresenceNotificationReader(_graph.Options());
        await reader.ReadAsync(_graph.Post(_graph.Item()), Bounded.Stop);
        byte[][] posts =
        [
            .. Enumerable.Range(0, 5).Select(i => _graph.Post(_graph.Item(), _graph.TokenOfAnotherKey($"key {i}"))),
        ];

        for (int i = 0; i < 50; i++)
        {
            await FluentActions.Awaiting(() => reader.ReadAsync(posts[i % 5], Bounded.Stop)).Should()
                .ThrowAsync<PresenceNotificationException>();
        }

        _graph.Reads.Should().Be(2, "one read is the configuration and its keys");
    }

    [Fact]
    public async Task Read_KeysCannotBeRead_SaysSoAndTriesAgain()
    {
        using var reader = new PresenceNotificationReader(_graph.Options());
        _graph.IsDown = true;
        (await FluentActions.Awaiting(() => reader.ReadAsync(_graph.Post(_graph.Item()), Bounded.Stop)).Should()
            .ThrowAsync<PresenceNotificationException>()).Which.Fault.Should().Be(PresenceNotificationFault.NoKeys);

        _graph.IsDown = false;

        (await reader.ReadAsync(_graph.Post(_graph.Item()), Bounded.Stop)).Items.Should().ContainSingle();
    }

    [Theory]
    [InlineData("another")]
    [InlineData("Secret")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Read_WrongClientState_IsLeftOut(string? state)
    {
        PresenceNotifications read = await ReadAsync(
            _graph.Post($"{_graph.Item(clientState: state)},{_graph.Item("Away", "Away")}"));

        read.Rejected.Should().Be(1);
        read.Items.Single().AvailabilityText.Should().Be("Away");
    }

    [Fact]
    public async Task Read_DamagedContent_IsUnreadableAndLeavesTheOthers()
    {
        using X509Certificate2 other = ForgedPost.CreateCertificate();
        string[] items =
        [
            _graph.Item(isDamaged: true), _graph.Item(certificate: other), _graph.Item(certificateId: "unknown"),
            _graph.Item(contentUser: ForgedPost.Tenant), _graph.Item("Away", "Away"),
        ];

        PresenceNotifications read = await ReadAsync(_graph.Post(string.Join(',', items)));

        read.Items.Select(item => item.IsUnreadable).Should().Equal(true, true, true, true, false);
        read.Items.Take(4).Should().OnlyContain(item => item.AvailabilityText == null && item.UserId != null);
    }

    [Fact]
    public async Task Read_ContentForTheFormerCertificate_IsDecrypted()
    {
        using X509Certificate2 newest = ForgedPost.CreateCertificate();
        var options = new PresenceNotificationReaderOptions
        {
            ApplicationId = ForgedPost.Application,
            TenantId = ForgedPost.Tenant,
            KeyHttpClient = _graph.Options().KeyHttpClient,
            TimeProvider = new FakeTimeProvider(ForgedPost.Now),
        };
        options.Certificates.Add("2027-05", newest);
        options.Certificates.Add("2026-11", _graph.Certificate);
        using var reader = new PresenceNotificationReader(options);

        PresenceNotifications read = await reader.ReadAsync(
            _graph.Post($"{_graph.Item()},{_graph.Item(certificate: newest, certificateId: "2027-05")}"), Bounded.Stop);

        read.Items.Should().OnlyContain(item => item.AvailabilityText == "Busy");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":[1]}""")]
    [InlineData("""{"value":[],"validationTokens":{}}""")]
    [InlineData("""{"value":[],"validationTokens":[1]}""")]
    [InlineData("{\"value\":[")]
    [InlineData("{\"value\":[{\"clientState\":\"\\ud800\"}]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task Read_AnotherBody_IsMalformed(string body) => await ShouldBeRejectedAsync(
        Encoding.UTF8.GetBytes(body), PresenceNotificationFault.Malformed, "*not a collection of notifications*");

    [Fact]
    public async Task Read_MoreTokensOrItemsThanAllowed_IsMalformed()
    {
        string tokens = JsonSerializer.Serialize(Enumerable.Repeat("x", 21));
        string items = string.Join(',', Enumerable.Repeat("{}", 5_001));

        await ShouldBeRejectedAsync(
            ForgedPost.Body(_graph.Item(), tokens), PresenceNotificationFault.Malformed, "*");
        await ShouldBeRejectedAsync(ForgedPost.Body(items, null), PresenceNotificationFault.Malformed, "*");
    }

    [Fact]
    public async Task Read_Rejected_NamesNoUserAndNoPartOfThePost()
    {
        byte[] post = _graph.Post(_graph.Item(), _graph.Token(("aud", "other")));

        PresenceNotificationException thrown = (await FluentActions.Awaiting(() => ReadAsync(post)).Should()
            .ThrowAsync<PresenceNotificationException>()).Which;

        thrown.ToString().Should().NotContain(ForgedPost.User).And.NotContain("secret").And.NotContain("eyJ");
    }

    [Fact]
    public void Options_ThatAreWrong_AreReportedTogether()
    {
        PresenceNotificationReaderOptions options = _graph.Options(o =>
        {
            o.ApplicationId = "app";
            o.TenantId = "contoso.com";
            o.ClientState = new string('x', 129);
            o.OpenIdConfigurationAddress = new Uri("http://login.contoso.com/");
        });

        FluentActions.Invoking(() => new PresenceNotificationReader(options)).Should().Throw<ArgumentException>()
            .WithMessage("*ClientState*ApplicationId*TenantId*OpenIdConfigurationAddress*");
    }

    [Fact]
    public void Certificates_WithoutPrivateKeyOrWithAShortOne_AreRefused()
    {
        using var small = RSA.Create(1024);
        using X509Certificate2 weak = new CertificateRequest(
            "CN=weak", small, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using X509Certificate2 publicPart = X509CertificateLoader.LoadCertificate(_graph.Certificate.RawData);
        var certificates = new PresenceNotificationCertificates();

        FluentActions.Invoking(() => certificates.Add("weak", weak)).Should().Throw<ArgumentException>()
            .WithMessage("*1024 bits*2048 to 4096*");
        FluentActions.Invoking(() => certificates.Add("public", publicPart)).Should().Throw<ArgumentException>()
            .WithMessage("*no private key*");
        certificates.Should().BeEmpty();
    }

    private async Task<PresenceNotifications> ReadAsync(
        byte[] body, Action<PresenceNotificationReaderOptions>? configure = null)
    {
        using var reader = new PresenceNotificationReader(_graph.Options(configure));
        return await reader.ReadAsync(body, Bounded.Stop);
    }

    private async Task ShouldBeRejectedAsync(byte[] body, PresenceNotificationFault fault, string message) =>
        (await FluentActions.Awaiting(() => ReadAsync(body)).Should().ThrowAsync<PresenceNotificationException>()
            .WithMessage(message)).Which.Fault.Should().Be(fault);
}
