namespace PresenceClient.Tests.Support;

/// <summary>The context of the running test.</summary>
internal static class Test
{
    /// <summary>Cancelled when the run is stopped, so that a hanging test ends.</summary>
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets other tasks run.</summary>
    public static async Task YieldAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for a call for at most a minute, so that a call that hangs fails only its own test.</summary>
    public static Task BoundedAsync(this Task call) => call.WaitAsync(TimeSpan.FromMinutes(1), Token);

    /// <summary>The same for a call with a result.</summary>
    public static Task<T> BoundedAsync<T>(this Task<T> call) => call.WaitAsync(TimeSpan.FromMinutes(1), Token);

    /// <summary>
    /// Cancels a call and expects it to end with the caller's token, without any advance of the clock.
    /// </summary>
    public static async Task ShouldEndByAsync(this Task call, CancellationTokenSource caller)
    {
        await caller.CancelAsync();
        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(caller.Token);
    }
}
