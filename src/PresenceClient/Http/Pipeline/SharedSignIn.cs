using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Http;

/// <summary>
/// A sign-in under way, which the calls that need its token share. It runs on the thread pool, outside of any caller's
/// context: the token is for all callers, and a credential that blocks its thread blocks none of theirs.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer needs no disposal.")]
internal sealed class SharedSignIn(TokenCache cache, TokenSource source, string? claims) : IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _abandoned = new();
    private readonly TaskCompletionSource<SignInResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _isEnded;

    /// <summary>The claims that the token must have; null for none.</summary>
    public string? Claims { get; } = claims;

    /// <summary>
    /// Whether the current token is still valid, so that the sign-in continues without waiting calls.
    /// </summary>
    public bool IsAhead { get; init; }

    /// <summary>The number of waiting calls. Changed only under the cache's lock.</summary>
    public int Waiters { get; set; }

    /// <summary>A task that ends with a token, or with the reason why there is none. It never fails.</summary>
    public Task<SignInResult> Result => _result.Task;

    public void Begin() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Cancels the sign-in, because no call waits any more.</summary>
    public void Abandon() => Unobserved.Ignore(_abandoned.CancelAsync());

    void IThreadPoolWorkItem.Execute() => _ = source.AskAsync(Claims, End, _abandoned.Token);

    // Called twice if the time limit passes before the credential returns.
    private void End(SignInResult result)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            // The cache comes first, so that the calls that continue find the token there.
            cache.Keep(this, result);
            _result.SetResult(result);
        }
    }
}
