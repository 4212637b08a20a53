namespace PresenceClient.AspNetCore.Events;

/// <summary>Reads sweeps, and reports when none has come for a while.</summary>
internal sealed class BeatingReader(IAsyncEnumerable<PresenceSweep> sweeps, TimeSpan beat, TimeProvider time)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private IAsyncEnumerator<PresenceSweep>? _reader;
    private Task<bool>? _next;

    /// <summary>The sweep; null for a beat.</summary>
    public PresenceSweep? Current { get; private set; }

    /// <summary>The exception with which the watch ended its readers; null for another end.</summary>
    public PresenceException? Refusal { get; private set; }

    /// <summary>Waits for a sweep, or a beat. False at the end, also by the token.</summary>
    public async ValueTask<bool> MoveNextAsync(CancellationToken stop)
    {
        // The next sweep is taken only now: until then, the watch keeps the latest state of each user.
        _reader ??= sweeps.GetAsyncEnumerator(_end.Token);
        _next ??= _reader.MoveNextAsync().AsTask();
        await ((Task)_next).WaitAsync(beat, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stop.IsCancellationRequested)
        {
            return false;
        }

        if (!_next.IsCompleted)
        {
            Current = null;
            return true;
        }

        try
        {
            bool isOne = await _next.ConfigureAwait(false);
            (_next, Current) = (null, isOne ? _reader.Current : null);
            return isOne;
        }
        catch (PresenceException e)
        {
            Refusal = e;
            return false;
        }

        // The client of the watch ends with the host.
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        if (_next is not null)
        {
            await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_reader is not null)
        {
            await _reader.DisposeAsync().ConfigureAwait(false);
        }

        _end.Dispose();
    }
}
