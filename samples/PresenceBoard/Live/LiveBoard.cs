using PresenceClient;

namespace PresenceBoard;

/// <summary>The live board: follows presence in the background, repaints, and responds to keys.</summary>
internal sealed class LiveBoard(CliHost host, PresenceWatch watch, BoardState first, BoardView view)
{
    // Twice a second: ages count up, and a new window size shows at once.
    private static readonly TimeSpan Frames = TimeSpan.FromMilliseconds(500);

    private readonly Lock _turn = new();
    private volatile BoardState _latest = first;

    public async Task RunAsync(CancellationToken stop)
    {
        using var screen = new FullScreen(host.Output);
        await Concurrently.RunAsync(
            stop,
            FollowAsync,
            token => RepaintAsync(() => Paint(), token),
            token => ReadKeysAsync(key => Paint(key), token));

        void Paint(ConsoleKey? pressed = null)
        {
            lock (_turn)
            {
                if (pressed is { } key)
                {
                    view.Press(key);
                }

                screen.Show(options => view.Render(_latest, watch, host.Time.GetLocalNow(), options));
            }
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        await foreach (PresenceSweep sweep in watch.ReadSweepsAsync(cancellationToken: stop))
        {
            _latest = _latest.With(sweep, host.Time.GetUtcNow());
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
