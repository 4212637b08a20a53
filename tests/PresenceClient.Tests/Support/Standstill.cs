namespace PresenceClient.Tests.Support;

/// <summary>A place where a call stands still until it is cancelled, and the news that it got there.</summary>
internal sealed class Standstill
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once a call stands here.</summary>
    public Task Reached => _reached.Task.WaitAsync(Test.Token);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        _reached.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
