using System.Net;
using Azure;
using Azure.Core;
using Azure.Identity;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Leaks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Credentials;

/// <summary>
/// A credential with random sign-ins: immediate, slow, not cancelable, failing, or with a useless token.
/// </summary>
internal sealed class DrawnCredential(
    int client, string name, SignIns signIns, int seed, SignInLog log, Findings findings) : TokenCredential
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private static readonly string[] Unusable =
    [
        "", " ", $"{Marks.Token}\r\nX-Injected: {Marks.Token}", $"{Marks.Token}\n", $"{Marks.Token} é",
        $"\0{Marks.Token}", $"{Marks.Token}\u2028x", $" {Marks.Token}", $"{Marks.Token} {Marks.Token}",
    ];

    private static readonly UserKey Person = new(0x7ffc0000, 0, Trait.Known);

    private int _serial;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        findings.Add(Figure.Wrong, "a sign-in that blocks a thread", $"client {name}");
        return GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();
    }

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        int serial = Interlocked.Increment(ref _serial);
        if (requestContext.Claims is { } claims && claims != ChallengedAnswers.Claims)
        {
            findings.Add(Figure.Wrong, "a sign-in with claims that no challenge asked for", $"client {name}: {claims}");
        }

        Random random = Seeded.Random(seed, $"sign-in {name} {serial}");
        int number = log.Begin();
        double place = random.NextDouble() * 100;
        if (place < 1 && signIns.Failing > 0)
        {
            // Thrown by the call itself, not by its task.
            log.End(number, failed: true);
            throw new InvalidOperationException($"No sign-in for {Person.Name} at once.");
        }

        return new ValueTask<AccessToken>(SignInAsync(
            new SoakToken(client, serial, requestContext.Claims is not null), number, place, random,
            cancellationToken));
    }

    private async Task<AccessToken> SignInAsync(
        SoakToken token, int number, double place, Random random, CancellationToken cancellationToken)
    {
        bool failed = true;
        try
        {
            string text = await DrawAsync(token, place, random, cancellationToken);
            failed = text != token.ToString();
            return new AccessToken(text, DateTimeOffset.UtcNow + Lifetime, DateTimeOffset.UtcNow + (Lifetime / 2));
        }
        finally
        {
            log.End(number, failed);
        }
    }

    private async Task<string> DrawAsync(
        SoakToken token, double place, Random random, CancellationToken cancellationToken)
    {
        if ((place -= signIns.Slow) < 0)
        {
            await Task.Delay(random.Between(0.1, 1.2), cancellationToken);
        }
        else if ((place -= signIns.Deaf) < 0)
        {
            await Task.Delay(random.Between(1, 4), CancellationToken.None);
        }
        else if ((place -= signIns.Failing) < 0)
        {
            await Task.Delay(random.Between(0, 0.1), cancellationToken);
            throw Failure(random);
        }
        else if ((place -= signIns.Unusable) < 0)
        {
            return random.Pick(Unusable);
        }

        return token.ToString();
    }

    private static Exception Failure(Random random)
    {
        string words = $"AADSTS50034: The user account {Person.Name} ({Person.Id}) does not exist.";
        return random.Next(8) switch
        {
            0 => new AuthenticationFailedException(words),
            1 => new AuthenticationFailedException("The sign-in failed:", new InvalidOperationException(words)),
            2 => new CredentialUnavailableException(words),
            3 => new HttpRequestException(words, inner: null, HttpStatusCode.BadGateway),
            4 => new OperationCanceledException(words),
            5 => new RequestFailedException(503, words),
            6 => new TimeoutException(words),
            _ => new AggregateException(words, new IOException(words), new ArgumentException(words)),
        };
    }
}
