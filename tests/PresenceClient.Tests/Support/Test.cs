namespace PresenceClient.Tests.Support;

/// <summary>What the running test gives.</summary>
internal static class Test
{
    /// <summary>Ends when the run is stopped, so that a test that hangs does not.</summary>
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets other tasks run.</summary>
    public static async Task YieldAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for a call, but not for ever: one that ignores its token fails its test alone.</summary>
    public static Task BoundedAsync(this Task call) => call.WaitAsync(TimeSpan.FromMinutes(1), Token);

    /// <summary>The same for a call with a result.</summary>
    public static Task<T> BoundedAsync<T>(this Task<T> call) => call.WaitAsync(TimeSpan.FromMinutes(1), Token);

    /// <summary>
    /// Cancels a call, which must end by that alone: with the caller's token, and while the clock stands.
    /// </summary>
    public static async Task ShouldEndByAsync(this Task call, CancellationTokenSource caller)
    {
        await caller.CancelAsync();
        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(caller.Token);
    }
}
