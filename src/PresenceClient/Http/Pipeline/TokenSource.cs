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

    /// <summary>Requests a token. A credential that ignores cancellation can block the thread.</summary>
    /// <param name="claims">The claims that the token must have; null for none.</param>
    /// <param name="end">
    /// Receives the result. If the time limit passes first, it receives that failure, and the credential's own result
    /// later.
    /// </param>
    /// <param name="abandoned">Cancels the sign-in.</param>
    [SuppressMessage("Design", "CA1031", Justification = "A credential can throw anything.")]
    public async Task AskAsync(string? claims, Action<SignInResult> end, CancellationToken abandoned)
    {
        CancellationTokenSource? limit = null, either = null;
        SignInResult result;
        try
        {
            limit = new CancellationTokenSource(_limit, time);
            limit.Token.UnsafeRegister(_ => end(TookTooLong()), null);
            either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, abandoned);
            var context = new TokenRequestContext([scope], claims: claims, isCaeEnabled: true);
            ValueTask<AccessToken> asked = credential.GetTokenAsync(context, either.Token);

            // Most credentials have the token at once, and then nothing that awaits has to be compiled.
            AccessToken token = asked.IsCompletedSuccessfully ? asked.Result : await asked.ConfigureAwait(false);
            result = Check(token, claims);
        }
        catch (Exception) when (limit is { IsCancellationRequested: true })
        {
            result = TookTooLong();
        }
        catch (Exception e)
        {
            result = new SignInResult(null, e);
        }
        finally
        {
            either?.Dispose();
            limit?.Dispose();
        }

        end(result);
    }

    private SignInResult TookTooLong()
    {
        string seconds = _limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new SignInResult(null, new TimeoutException($"The credential returned no token within {seconds} s. The "
            + $"limit is {nameof(PresenceClientOptions)}.{nameof(PresenceClientOptions.SignInTimeout)}. Increase it "
            + "for a credential that waits for a person."));
    }

    private SignInResult Check(AccessToken token, string? claims) => Fault(token.Token) is { } fault
        ? new SignInResult(null, new AuthenticationFailedException(fault))
        : new SignInResult(new CachedToken(token, claims, time.GetUtcNow()), null);

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
