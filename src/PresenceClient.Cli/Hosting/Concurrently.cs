namespace PresenceClient.Cli;

/// <summary>Runs tasks at the same time.</summary>
internal static class Concurrently
{
    /// <summary>Runs all of them until one ends or fails, then cancels the others and waits for them.</summary>
    public static async Task RunAsync(CancellationToken stop, params Func<CancellationToken, Task>[] parts)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] running = [.. parts.Select(part => part(end.Token))];
        await Task.WhenAny(running);
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The parts end by cancellation.
        }
    }
}
