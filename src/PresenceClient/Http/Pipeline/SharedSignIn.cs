using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Http;

/// <summary>
/// A request to the credential under way, shared by the callers who need its token. It runs on the pool and outside of
/// any caller's context: the token is for all callers, and a credential that blocks its thread blocks none of theirs.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing that needs disposing.")]
internal sealed class SharedSignIn(TokenCache cache, TokenSource source, string? claims) : IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _abandoned = new();
    private readonly TaskCompletionSource<SignInResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The claims that the token must have; null for none.</summary>
    public string? Claims { get; } = claims;

    /// <summary>Whether the token before is still valid, so that it goes on though no caller waits.</summary>
    public bool IsAhead { get; init; }

    /// <summary>How many callers wait. Changed only under the cache's lock.</summary>
    public int Waiters { get; set; }

    /// <summary>Ends with a token or with the reason why there is none; it never fails.</summary>
    public Task<SignInResult> Result => _result.Task;

    public void Begin() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Stops it, since no caller waits any more.</summary>
    public void Abandon() => Unobserved.Ignore(_abandoned.CancelAsync());

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        SignInResult result = await source.AskAsync(Claims, _abandoned.Token).ConfigureAwait(false);

        // The cache first, so that who goes on finds the token there.
        cache.Keep(this, result);
        _result.SetResult(result);
    }
}
