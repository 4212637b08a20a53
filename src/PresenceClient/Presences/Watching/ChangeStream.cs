using System.Runtime.CompilerServices;
using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The changes of a watch, for one reader. Enumerating it again continues where the last enumeration ended.
/// </summary>
/// <param name="engine">The watch.</param>
/// <param name="parameter">The token that the method was given.</param>
internal sealed class ChangeStream(WatchEngine engine, CancellationToken parameter) : IAsyncEnumerable<PresenceChange>
{
    private readonly ReaderLease _lease = new(engine, after: null, readsSweeps: false);

    public IAsyncEnumerator<PresenceChange> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    private async IAsyncEnumerable<PresenceChange> ReadAsync(
        CancellationToken enumeration, [EnumeratorCancellation] CancellationToken unused = default)
    {
        using var stop = new EitherToken(parameter, enumeration);
        ChangeReader reader = _lease.Take();
        try
        {
            while (true)
            {
                // Before a change is taken, or it would be lost.
                stop.ThrowIfCanceled();
                if (engine.State.Step(reader, engine.Now) is not { } step)
                {
                    yield break;
                }

                if (step.News is { } news)
                {
                    await stop.WaitAsync(news).ConfigureAwait(false);
                }
                else if (step.Change is { } change)
                {
                    WatchMetrics.Delivered(change, engine.Now);
                    yield return change;
                }
            }
        }
        finally
        {
            _lease.GiveBack(reader);
        }
    }
}
