using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>
/// Caches the token of the client until its refresh time. Runs one sign-in at a time, and does not cache a failure.
/// Thread-safe.
/// </summary>
internal sealed class TokenCache(TokenSource source, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan RefreshPause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private SignInResult? _kept;
    private SharedSignIn? _signIn;
    private DateTimeOffset _nextRefresh;

    /// <summary>Returns the cached token, or a new one.</summary>
    /// <param name="claims">The claims that the token must have; null for none.</param>
    /// <param name="cancellationToken">Ends the wait. The sign-in continues for other calls.</param>
    public ValueTask<SignInResult> GetAsync(string? claims, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        SignInResult? kept;
        SharedSignIn? refresh = null;
        lock (_lock)
        {
            kept = Find(claims, now);
            if (kept is { Token: { } token } && _signIn is null && now >= token.RefreshAt && now >= _nextRefresh)
            {
                refresh = _signIn = new SharedSignIn(this, source, claims: null) { IsAhead = true };
                _nextRefresh = now + RefreshPause;
            }
        }

        refresh?.Begin();
        return kept is null
            ? new ValueTask<SignInResult>(SignInAsync(claims, cancellationToken))
            : new ValueTask<SignInResult>(kept);
    }

    /// <summary>Removes a token that the service rejected, unless a newer one is cached.</summary>
    public void Drop(CachedToken token)
    {
        lock (_lock)
        {
            if (_kept?.Token == token)
            {
                _kept = null;
            }
        }
    }

    /// <summary>Ends a sign-in, and caches its token. A failure is not cached.</summary>
    public void Keep(SharedSignIn signIn, SignInResult result)
    {
        lock (_lock)
        {
            if (_signIn != signIn)
            {
                return;
            }

            _signIn = null;
            _kept = result.Token is null ? _kept : result;
        }

        if (signIn.IsAhead && result.Failure is { } failure)
        {
            log.RefreshFailed(ErrorType.Of(failure));
        }
    }

    private async Task<SignInResult> SignInAsync(string? claims, CancellationToken cancellationToken)
    {
        while (true)
        {
            DateTimeOffset now = time.GetUtcNow();
            SharedSignIn signIn;
            bool begins, joins;
            lock (_lock)
            {
                if (Find(claims, now) is { } kept)
                {
                    return kept;
                }

                begins = _signIn is null;
                signIn = _signIn ??= new SharedSignIn(this, source, claims);
                joins = signIn.Claims == claims;
                signIn.Waiters += joins ? 1 : 0;
            }

            if (begins)
            {
                signIn.Begin();
            }

            try
            {
                SignInResult result = await signIn.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (joins)
                {
                    return result;
                }
            }
            finally
            {
                if (joins)
                {
                    Leave(signIn);
                }
            }
        }
    }

    // The last call that leaves cancels the sign-in, so that a person who cancels and calls again is asked again.
    private void Leave(SharedSignIn signIn)
    {
        lock (_lock)
        {
            if (--signIn.Waiters > 0 || signIn.IsAhead || _signIn != signIn)
            {
                return;
            }

            _signIn = null;
        }

        signIn.Abandon();
    }

    private SignInResult? Find(string? claims, DateTimeOffset now) =>
        _kept is { Token: { } token } && now < token.ValidUntil && (claims is null || token.Claims == claims)
            ? _kept
            : null;
}
