namespace PresenceClient.Redis.Trial;

/// <summary>The readers of a host, and what they write.</summary>
internal sealed class HostOutput(IReadOnlyDictionary<string, int> numbers) : IDisposable
{
    private readonly StreamWriter _output = new(Console.OpenStandardOutput(), bufferSize: 64 * 1024);
    private readonly Lock _lock = new();

    public async Task ReadSweepsAsync(PresenceWatch watch, CancellationToken stop)
    {
        try
        {
            await foreach (PresenceSweep sweep in watch.ReadSweepsAsync(after: null, includeEmpty: true, stop))
            {
                foreach (PresenceChange change in sweep.Changes)
                {
                    Write(0, change);
                }

                Write($"{HostProgram.SweepLine} 0", flush: true);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The trial is over.
        }
    }

    public async Task ReadChangesAsync(PresenceWatch watch, CancellationToken stop)
    {
        try
        {
            await foreach (PresenceChange change in watch.ReadChangesAsync(stop))
            {
                Write(1, change);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The trial is over.
        }
    }

    public async Task ShowStatusAsync(PresenceSharing sharing, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        try
        {
            do
            {
                PresenceSharingStatus status = sharing.Status;
                Write($"{HostProgram.StatusLine} {status.Role} {status.Epoch} {status.TakeOvers} {status.Hosts}",
                    flush: true);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The trial is over.
        }
    }

    public void Dispose() => _output.Dispose();

    private void Write(int reader, PresenceChange change) => Write(
        change.Current is { } current
            ? $"{HostProgram.ChangeLine} {reader} {numbers[change.UserId]} {current.SequenceNumber} {Look.Of(current)}"
            : $"{HostProgram.ChangeLine} {reader} {numbers[change.UserId]} - 0",
        flush: false);

    private void Write(string line, bool flush)
    {
        lock (_lock)
        {
            _output.WriteLine(line);
            if (flush)
            {
                _output.Flush();
            }
        }
    }
}
