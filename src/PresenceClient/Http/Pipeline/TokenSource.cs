using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Core;
using Azure.Identity;

namespace PresenceClient.Http;

/// <summary>Asks the credential for a token, within a time limit; whatever goes wrong is a result.</summary>
internal sealed class TokenSource(
    TokenCredential credential, string scope, TimeSpan? option, TimeProvider time)
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(2);

    /// <summary>A device code is valid for as long.</summary>
    private static readonly TimeSpan PersonsLimit = TimeSpan.FromMinutes(15);

    private readonly TimeSpan _limit = option
        ?? (credential is InteractiveBrowserCredential or DeviceCodeCredential ? PersonsLimit : UsualLimit);

    [SuppressMessage("Design", "CA1031", Justification = "A credential can throw anything; it means no token.")]
    public async Task<SignInResult> AskAsync(string? claims, CancellationToken abandoned)
    {
        CancellationTokenSource? limit = null;
        try
        {
            limit = new CancellationTokenSource(_limit, time);
            return await AskAsync(claims, limit.Token, abandoned).ConfigureAwait(false);
        }
        catch (Exception) when (limit is { IsCancellationRequested: true })
        {
            string seconds = _limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            return new SignInResult(null, new TimeoutException($"The credential returned no token within {seconds} s. "
                + $"{nameof(PresenceClientOptions)}.{nameof(PresenceClientOptions.SignInTimeout)} sets the limit."));
        }
        catch (Exception e)
        {
            return new SignInResult(null, e);
        }
        finally
        {
            limit?.Dispose();
        }
    }

    private async Task<SignInResult> AskAsync(string? claims, CancellationToken timeUp, CancellationToken abandoned)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeUp, abandoned);
        CancellationToken cancellationToken = either.Token;
        var context = new TokenRequestContext([scope], claims: claims, isCaeEnabled: true);

        // On a thread of its own, since a credential can ignore the token and block.
        Task<AccessToken> asked = Task.Run(
            () => credential.GetTokenAsync(context, cancellationToken).AsTask(), CancellationToken.None);
        Unobserved.Ignore(asked);
        AccessToken token = await asked.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Fault(token.Token) is { } fault
            ? new SignInResult(null, new AuthenticationFailedException(fault))
            : new SignInResult(new CachedToken(token, claims, time.GetUtcNow()), null);
    }

    // Of what is wrong with a token, never its text.
    private static string? Fault(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return "The credential returned an empty token. Check what it is configured with.";
        }

        int place = token.AsSpan().IndexOfAnyExceptInRange('!', '~');
        return place < 0
            ? null
            : $"The credential returned a token with the character U+{(int)token[place]:X4} at index {place}. A token "
                + "has only visible ASCII characters. Remove line breaks and blanks where the credential reads it.";
    }
}

/// <summary>What a sign-in ended with: a token, or the reason why there is none.</summary>
internal readonly record struct SignInResult(CachedToken? Token, Exception? Failure);
