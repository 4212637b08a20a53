using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>
/// The keys that sign validation tokens. They roll every day of the tenant's clock, and on demand. The keys in force
/// and the ones before are published. A key is made when it is first used, because that takes time.
/// </summary>
internal sealed class SigningKeys(Tenant tenant) : IDisposable
{
    private const int KeyBits = 2048;

    /// <summary>The issuer of tokens of version 2.0, with the template that Entra publishes.</summary>
    private const string Issuer = "https://login.microsoftonline.com/{tenantid}/v2.0";

    private readonly Lock _gate = new();
    private readonly List<(long Number, RsaSecurityKey Key)> _keys = [];
    private long _rolls;

    /// <summary>The key in force.</summary>
    public RsaSecurityKey Current
    {
        get
        {
            lock (_gate)
            {
                return Load();
            }
        }
    }

    /// <summary>Replaces the key in force.</summary>
    public void Roll() => Interlocked.Increment(ref _rolls);

    /// <summary>Writes the published keys, in the form of Entra.</summary>
    public void WriteKeys(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("keys");
        foreach (RsaSecurityKey key in Published())
        {
            RSAParameters parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
            writer.WriteStartObject();
            writer.WriteString("kty", "RSA");
            writer.WriteString("use", "sig");
            writer.WriteString("alg", SecurityAlgorithms.RsaSha256);
            writer.WriteString("kid", key.KeyId);
            writer.WriteString("n", Base64UrlEncoder.Encode(parameters.Modulus));
            writer.WriteString("e", Base64UrlEncoder.Encode(parameters.Exponent));
            writer.WriteString("issuer", Issuer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _keys.ForEach(one => one.Key.Rsa.Dispose());
            _keys.Clear();
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The list of keys owns it.")]
    private static RsaSecurityKey Make() => new(RSA.Create(KeyBits)) { KeyId = Guid.NewGuid().ToString("N") };

    private RsaSecurityKey[] Published()
    {
        lock (_gate)
        {
            Load();
            return [.. _keys.Select(one => one.Key)];
        }
    }

    private RsaSecurityKey Load()
    {
        long number = (tenant.Now.Ticks / TimeSpan.TicksPerDay) + Interlocked.Read(ref _rolls);
        if (_keys.Count == 0 || _keys[^1].Number != number)
        {
            _keys.Add((number, Make()));
            // An older key is no longer published. It is not disposed, because a token can be in the making.
            _keys.RemoveRange(0, Math.Max(0, _keys.Count - 2));
        }

        return _keys[^1].Key;
    }
}
