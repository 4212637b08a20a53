using System.Threading.Channels;

namespace PresenceClient.Tests.Support;

/// <summary>A gate where calls wait until the test opens it. The test can wait for their arrival.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _arrivals = Channel.CreateUnbounded<bool>();

    public void Open() => _open.TrySetResult();

    /// <summary>Waits until this many more calls have arrived.</summary>
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
