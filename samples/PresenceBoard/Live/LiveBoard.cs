namespace PresenceBoard;

/// <summary>The board that stays: reads in the background, repaints, and waits for the key that ends it.</summary>
internal sealed class LiveBoard(BoardHost host, Refresher refresher, BoardView view)
{
    // Twice a second: ages count up, and a new window size shows at once.
    private static readonly TimeSpan Frames = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] parts = [refresher.RunAsync(end.Token), PaintAsync(end.Token), QuitKey.WaitAsync(host, end.Token)];
        await Task.WhenAny(parts);
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(parts);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // That is how the parts end.
        }
    }

    private async Task PaintAsync(CancellationToken stop)
    {
        using FullScreen screen = new(host.Output);
        using PeriodicTimer frames = new(Frames, host.Time);
        do
        {
            screen.Show(options => view.Render(refresher.Latest, host.Time.GetLocalNow(), options));
        }
        while (await frames.WaitForNextTickAsync(stop));
    }
}
