namespace PresenceClient.Tests.Support;

/// <summary>Cancels calls while they wait.</summary>
internal static class Cancelling
{
    /// <summary>Cancels a call, which must end by that alone: with the caller's token, the clock standing.</summary>
    public static async Task ShouldEndByAsync(this Task call, CancellationTokenSource caller)
    {
        await caller.CancelAsync();
        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(caller.Token);
    }
}
