using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.TestSupport;

namespace PresenceClient.AspNetCore.Tests.Notifications;

/// <summary>
/// Makes posts and validation tokens as Microsoft Graph does, each part of which a test can forge, and serves the keys
/// of the tokens.
/// </summary>
internal sealed class ForgedPost : HttpMessageHandler
{
    public const string Application = "11111111-1111-4111-8111-111111111111";
    public const string Tenant = "22222222-2222-4222-8222-222222222222";
    public const string User = "33333333-3333-4333-8333-333333333333";
    public const string Subscription = "44444444-4444-4444-8444-444444444444";
    public const string ChangeTracking = "0bf30f3b-4a52-48df-9a82-234910c4a086";

    private static readonly RSAParameters Signing = RsaKey.Create();
    private static readonly RSAParameters Encryption = RsaKey.Create();

    private RSA _signing = RSA.Create(Signing);
    private string _kid = "first";
    private int _reads;

    public ForgedPost() => Certificate = CreateCertificate(Encryption);

    public X509Certificate2 Certificate { get; }

    /// <summary>How often the keys were read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public bool IsDown { get; set; }

    public static DateTimeOffset Now { get; } = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A certificate with a key of its own.</summary>
    public static X509Certificate2 CreateCertificate() => CreateCertificate(RsaKey.Create());

    /// <summary>The options of a reader that trusts the posts.</summary>
    public PresenceNotificationReaderOptions Options(Action<PresenceNotificationReaderOptions>? configure = null)
    {
        var options = new PresenceNotificationReaderOptions
        {
            ApplicationId = Application,
            TenantId = Tenant,
            ClientState = "secret",
            KeyHttpClient = new HttpClient(this, disposeHandler: false),
            TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now),
        };
        options.Certificates.Add("2026-11", Certificate);
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Replaces the key that signs tokens.</summary>
    public void Roll()
    {
        _signing = RSA.Create(2048);
        _kid += "+";
    }

    /// <summary>A valid token, with some claims replaced; null removes one.</summary>
    public string Token(params (string Name, object? Value)[] replaced)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
            ["aud"] = Application,
            ["azp"] = ChangeTracking,
            ["tid"] = Tenant,
            ["ver"] = "2.0",
            ["nbf"] = Now.AddMinutes(-10).ToUnixTimeSeconds(),
            ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach ((string name, object? value) in replaced)
        {
            claims[name] = value;
        }

        return Sign(
            JsonSerializer.Serialize(claims.Where(claim => claim.Value is not null).ToDictionary()),
            Credentials(new RsaSecurityKey(_signing) { KeyId = _kid }));
    }

    public static string Sign(string claims, SigningCredentials? credentials) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims, credentials);

    public static string Unsigned(string token)
    {
        string header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        return $"{header}.{token.Split('.')[1]}.";
    }

    /// <summary>The public key of the signature, as an attacker can read it.</summary>
    public byte[] PublicKey() => _signing.ExportSubjectPublicKeyInfo();

    /// <summary>A token that another key signs, under a key id of the attacker's choice.</summary>
    public string TokenOfAnotherKey(string? keyId = null)
    {
        using var key = RSA.Create(2048);
        string claims = Base64UrlEncoder.Decode(Token().Split('.')[1]);
        var forged = new RsaSecurityKey(key.ExportParameters(true)) { KeyId = keyId ?? _kid };
        return Sign(claims, Credentials(forged));
    }

    /// <summary>An item with encrypted content.</summary>
    public string Item(
        string availability = "Busy", string activity = "InACall", string? clientState = "secret", string user = User,
        string? contentUser = null, X509Certificate2? certificate = null, string certificateId = "2026-11",
        bool isDamaged = false)
    {
        byte[] key = RandomNumberGenerator.GetBytes(32);
        using var aes = Aes.Create();
        aes.Key = key;
        byte[] data = aes.EncryptCbc(
            Encoding.UTF8.GetBytes(
                $$"""{"id":"{{contentUser ?? user}}","availability":"{{availability}}","activity":"{{activity}}"}"""),
            key.AsSpan(..16));
        byte[] signature = HMACSHA256.HashData(key, data);
        signature[0] ^= isDamaged ? (byte)1 : (byte)0;
        using RSA recipient = (certificate ?? Certificate).GetRSAPublicKey()!;
        string content = $$"""
            "encryptedContent": {
              "data": "{{Convert.ToBase64String(data)}}", "dataSignature": "{{Convert.ToBase64String(signature)}}",
              "dataKey": "{{Convert.ToBase64String(recipient.Encrypt(key, RSAEncryptionPadding.OaepSHA1))}}",
              "encryptionCertificateId": "{{certificateId}}", "encryptionCertificateThumbprint": "00"
            }
            """;
        return BasicItem(clientState, user, content);
    }

    public static string BasicItem(string? clientState = "secret", string user = User, string? more = null) => $$"""
        {
          "subscriptionId": "{{Subscription}}", "changeType": "updated", "tenantId": "{{Tenant}}",
          "clientState": {{JsonSerializer.Serialize(clientState)}},
          "subscriptionExpirationDateTime": "{{Now.AddHours(1).ToString("O", CultureInfo.InvariantCulture)}}",
          "resource": "communications/presences/{{user}}", "resourceData": { "id": "{{user}}" }
          {{(more is null ? "" : "," + more)}}
        }
        """;

    /// <summary>A post of items with a valid token, or with others.</summary>
    public byte[] Post(string item, params string[] tokens) => Body(
        item, JsonSerializer.Serialize(tokens.Length == 0 ? [Token()] : tokens));

    public static byte[] Body(string items, string? tokens) => Encoding.UTF8.GetBytes(
        $$"""{ "value": [{{items}}]{{(tokens is null ? "" : $", \"validationTokens\": {tokens}")}} }""");

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        if (IsDown)
        {
            throw new HttpRequestException("No such host is known.");
        }

        RSAParameters key = _signing.ExportParameters(false);
        string json = request.RequestUri!.AbsolutePath.EndsWith("openid-configuration", StringComparison.Ordinal)
            ? """{ "issuer": "https://sts.windows.net/{tenantid}/", "jwks_uri": "https://login.contoso.com/keys" }"""
            : $$"""
              { "keys": [{ "kty": "RSA", "use": "sig", "kid": "{{_kid}}",
                "n": "{{Base64UrlEncoder.Encode(key.Modulus)}}", "e": "{{Base64UrlEncoder.Encode(key.Exponent)}}" }] }
              """;
        return Task.FromResult(Answer(json));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _signing.Dispose();
            Certificate.Dispose();
        }

        base.Dispose(disposing);
    }

    private static HttpResponseMessage Answer(string json) =>
        new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    // Without a cache, which would keep the disposed key of another test.
    private static SigningCredentials Credentials(RsaSecurityKey key) => new(key, SecurityAlgorithms.RsaSha256)
    {
        CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
    };

    private static X509Certificate2 CreateCertificate(RSAParameters parameters)
    {
        using var key = RSA.Create(parameters);
        return new CertificateRequest("CN=hook", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
