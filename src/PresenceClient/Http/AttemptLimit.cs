using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>
/// The time limit of one attempt. It rides on the request, so that whoever signs it in can stop the clock: a person in
/// front of a browser takes as long as a person takes.
/// </summary>
internal sealed class AttemptLimit(TimeSpan duration, TimeProvider time) : IRequestOption, IDisposable
{
    private readonly CancellationTokenSource _source = new(duration, time);

    public TimeSpan Duration { get; } = duration;

    public CancellationToken Token => _source.Token;

    /// <summary>Stops the clock; a limit that is over stays over.</summary>
    public void Pause() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Starts the whole time anew.</summary>
    public void Restart() => _source.CancelAfter(Duration);

    public void Dispose() => _source.Dispose();
}
