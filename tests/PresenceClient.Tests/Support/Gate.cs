using System.Threading.Channels;

namespace PresenceClient.Tests.Support;

/// <summary>Where calls wait until a test opens it, and the news of how many have come.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _arrivals = Channel.CreateUnbounded<bool>();

    public void Open() => _open.TrySetResult();

    /// <summary>Waits until so many have come here since the last time.</summary>
    public async Task ArrivedAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _arrivals.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();
        }
    }

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        _arrivals.Writer.TryWrite(true);
        await _open.Task.WaitAsync(cancellationToken);
    }
}
