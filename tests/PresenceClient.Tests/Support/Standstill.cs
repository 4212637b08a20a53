namespace PresenceClient.Tests.Support;

/// <summary>A wait that ends only with a cancellation, and a task that completes when a call is in it.</summary>
internal sealed class Standstill
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a call waits here.</summary>
    public Task Reached => _reached.Task.WaitAsync(Test.Token);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        _reached.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
