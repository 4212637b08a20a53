namespace PresenceBoard;

/// <summary>The live board: reads in the background, repaints, and responds to keys.</summary>
internal sealed class LiveBoard(BoardHost host, Refresher refresher, BoardView view)
{
    // Twice a second: ages count up, and a new window size shows at once.
    private static readonly TimeSpan Frames = TimeSpan.FromMilliseconds(500);

    private readonly Lock _turn = new();

    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var screen = new FullScreen(host.Output);
        Task[] parts =
        [
            refresher.RunAsync(end.Token),
            RepaintAsync(() => Paint(), end.Token),
            ReadKeysAsync(key => Paint(key), end.Token),
        ];
        await Task.WhenAny(parts);
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(parts);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The parts end by cancellation.
        }

        void Paint(ConsoleKey? pressed = null)
        {
            lock (_turn)
            {
                if (pressed is { } key)
                {
                    view.Press(key);
                }

                screen.Show(options => view.Render(refresher.Latest, host.Time.GetLocalNow(), options));
            }
        }
    }

    private async Task RepaintAsync(Action paint, CancellationToken stop)
    {
        using var frames = new PeriodicTimer(Frames, host.Time);
        do
        {
            paint();
        }
        while (await frames.WaitForNextTickAsync(stop));
    }

    private async Task ReadKeysAsync(Action<ConsoleKey> press, CancellationToken stop)
    {
        if (!host.HasKeyboard)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }

        while (await host.Output.Input.ReadKeyAsync(intercept: true, stop) is { KeyChar: not ('q' or 'Q') } pressed)
        {
            press(pressed.Key);
        }
    }
}
