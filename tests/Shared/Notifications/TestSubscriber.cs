using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Web;

namespace PresenceClient.TestSupport;

/// <summary>
/// The endpoint of a subscriber without a socket: it answers validations, keeps the posts, and decrypts their items
/// with a certificate of its own.
/// </summary>
internal sealed class TestSubscriber : HttpMessageHandler
{
    public const string CertificateId = "2026-09";

    private static readonly RSAParameters Key = RsaKey.Create();

    private readonly Lock _gate = new();
    private readonly List<string> _validations = [];
    private readonly List<JsonElement> _posts = [];
    private readonly RSA _key = RSA.Create(Key);

    /// <summary>Answers posts; 202 unless a test says otherwise.</summary>
    public Func<CancellationToken, Task<HttpStatusCode>> OnPost { get; set; } =
        static _ => Task.FromResult(HttpStatusCode.Accepted);

    /// <summary>Answers validations in place of the right answer.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>>? OnValidation { get; set; }

    /// <summary>The public part of the certificate, in base64.</summary>
    public string Certificate => field ??= Convert.ToBase64String(CreateCertificate().RawData);

    /// <summary>The addresses that were validated, without the token.</summary>
    public IReadOnlyList<string> Validations => Copy(_validations);

    /// <summary>The bodies of the posts.</summary>
    public IReadOnlyList<JsonElement> Posts => Copy(_posts);

    /// <summary>The items of all posts.</summary>
    public IReadOnlyList<JsonElement> Items =>
        [.. Posts.SelectMany(post => post.GetProperty("value").EnumerateArray())];

    /// <summary>The decrypted contents of all items, as <c>availability/activity</c>.</summary>
    public IReadOnlyList<string> Pairs => [.. Items.Select(Decrypt).Select(one =>
        $"{one.GetProperty("availability").GetString()}/{one.GetProperty("activity").GetString()}")];

    /// <summary>The certificate with its private key, which the caller disposes.</summary>
    public X509Certificate2 CreateCertificate() =>
        new CertificateRequest("CN=subscriber", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    /// <summary>Decrypts the content of an item by the documented steps.</summary>
    public JsonElement Decrypt(JsonElement item)
    {
        JsonElement content = item.GetProperty("encryptedContent");
        byte[] key = _key.Decrypt(content.GetProperty("dataKey").GetBytesFromBase64(), RSAEncryptionPadding.OaepSHA1);
        byte[] data = content.GetProperty("data").GetBytesFromBase64();
        if (!HMACSHA256.HashData(key, data).SequenceEqual(content.GetProperty("dataSignature").GetBytesFromBase64()))
        {
            throw new CryptographicException("The signature is wrong.");
        }

        using var aes = Aes.Create();
        aes.Key = key;
        return JsonDocument.Parse(aes.DecryptCbc(data, key.AsSpan(..16))).RootElement;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (HttpUtility.ParseQueryString(request.RequestUri!.Query)["validationToken"] is { } token)
        {
            Add(_validations, request.RequestUri.AbsoluteUri[..request.RequestUri.AbsoluteUri.IndexOf(
                "validationToken", StringComparison.Ordinal)].TrimEnd('?', '&'));
            if (OnValidation is { } answer)
            {
                return await answer(cancellationToken);
            }

            return Repeat(token);
        }

        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Add(_posts, JsonDocument.Parse(body).RootElement);
        return new HttpResponseMessage(await OnPost(cancellationToken));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _key.Dispose();
        }

        base.Dispose(disposing);
    }

    private static HttpResponseMessage Repeat(string token) =>
        new() { Content = new StringContent(token, Encoding.UTF8, "text/plain") };

    private void Add<T>(List<T> list, T one)
    {
        lock (_gate)
        {
            list.Add(one);
        }
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
