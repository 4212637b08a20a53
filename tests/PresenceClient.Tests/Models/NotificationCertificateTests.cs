using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Models;

/// <summary>The limits of a certificate that encrypts notifications.</summary>
public sealed class NotificationCertificateTests
{
    [Theory]
    [InlineData(1, 2048)]
    [InlineData(128, 4096)]
    public void Certificate_AtTheLimits_IsAccepted(int length, int bits)
    {
        string id = new string('x', length);
        using X509Certificate2 certificate = OfRsa(bits);

        var made = new PresenceNotificationCertificate(id, certificate);

        made.Id.Should().Be(id);
        made.Certificate.Should().BeSameAs(certificate);
    }

    [Theory]
    [InlineData(2040)]
    [InlineData(4104)]
    public void Certificate_OfAnotherKeySize_IsRefused(int bits)
    {
        using X509Certificate2 certificate = OfRsa(bits);

        Invoking(() => new PresenceNotificationCertificate("2026-11", certificate)).Should()
            .ThrowExactly<ArgumentException>().WithParameterName("certificate")
            .WithMessage($"The certificate '2026-11' has an RSA key of {bits} bits. *2048 to 4096 bits. *");
    }

    [Fact]
    public void Certificate_OfAnotherAlgorithm_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = Of(new PublicKey(key));

        Invoking(() => new PresenceNotificationCertificate("2026-11", certificate)).Should()
            .ThrowExactly<ArgumentException>().WithParameterName("certificate")
            .WithMessage("The certificate '2026-11' has no RSA key. *");
    }

    [Theory]
    [InlineData(null, "*")]
    [InlineData("", "*")]
    [InlineData(" ", "*")]
    [InlineData(129, "*129 characters. The limit is 128. *")]
    public void Id_NotValid_IsRefused(object? idOrLength, string message)
    {
        using X509Certificate2 certificate = OfRsa(2048);
        string? id = idOrLength is int length ? new string('x', length) : (string?)idOrLength;

        Invoking(() => new PresenceNotificationCertificate(id!, certificate)).Should().Throw<ArgumentException>()
            .WithParameterName(nameof(id)).WithMessage(message);
    }

    [Fact]
    public void Certificate_Null_IsRefused() =>
        Invoking(() => new PresenceNotificationCertificate("2026-11", null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("certificate");

    // A new key of this size takes seconds; any odd number is sufficient for a public key.
    private static X509Certificate2 OfRsa(int bits)
    {
        byte[] modulus = new byte[bits / 8];
        (modulus[0], modulus[^1]) = (0x80, 1);
        using var key = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] });
        return Of(new PublicKey(key));
    }

    private static X509Certificate2 Of(PublicKey key)
    {
        var name = new X500DistinguishedName("CN=hook");
        using var issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256).Create(
            name, X509SignatureGenerator.CreateForECDsa(issuer), FakeGraph.Start, FakeGraph.Start.AddDays(1), [1]);
    }
}
