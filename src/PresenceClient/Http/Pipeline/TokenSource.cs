using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Core;
using Azure.Identity;

namespace PresenceClient.Http;

/// <summary>
/// Requests a token from the credential, within a time limit. A failure is a result, not an exception.
/// </summary>
internal sealed class TokenSource(
    TokenCredential credential, string scope, TimeSpan? option, TimeProvider time)
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(2);

    /// <summary>The lifetime of a device code.</summary>
    private static readonly TimeSpan PersonsLimit = TimeSpan.FromMinutes(15);

    private readonly TimeSpan _limit = option
        ?? (credential is InteractiveBrowserCredential or DeviceCodeCredential ? PersonsLimit : UsualLimit);

    [SuppressMessage("Design", "CA1031", Justification = "A credential can throw anything.")]
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
                + $"The limit is {nameof(PresenceClientOptions)}.{nameof(PresenceClientOptions.SignInTimeout)}. "
                + "Increase it for a credential that waits for a person."));
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

        // On another thread, because a credential can ignore the token and block.
        Task<AccessToken> asked = Task.Run(
            () => credential.GetTokenAsync(context, cancellationToken).AsTask(), CancellationToken.None);
        Unobserved.Ignore(asked);
        AccessToken token = await asked.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Fault(token.Token) is { } fault
            ? new SignInResult(null, new AuthenticationFailedException(fault))
            : new SignInResult(new CachedToken(token, claims, time.GetUtcNow()), null);
    }

    // Says what is wrong with a token, without its text.
    private static string? Fault(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return "The credential returned an empty token. A token has at least one character. Check the "
                + "configuration of the credential.";
        }

        int place = token.AsSpan().IndexOfAnyExceptInRange('!', '~');
        return place < 0
            ? null
            : $"The credential returned a token with the character U+{(int)token[place]:X4} at index {place}. A token "
                + "has only visible ASCII characters. Remove line breaks and blanks from the credential's source.";
    }
}

/// <summary>The result of a sign-in: a token, or the reason why there is none.</summary>
internal readonly record struct SignInResult(CachedToken? Token, Exception? Failure);
