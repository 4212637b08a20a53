namespace PresenceBoard;

/// <summary>Waits for the key that ends the board.</summary>
internal static class QuitKey
{
    public static async Task WaitAsync(BoardHost host, CancellationToken stop)
    {
        if (!host.HasKeyboard)
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        while (await host.Output.Input.ReadKeyAsync(intercept: true, stop) is not { KeyChar: 'q' or 'Q' })
        {
            // Any other key is of no meaning here.
        }
    }
}
