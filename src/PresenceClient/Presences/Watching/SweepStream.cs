using System.Runtime.CompilerServices;
using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The sweeps of a watch, for one reader. Enumerating it again continues where the last enumeration ended.
/// </summary>
/// <param name="engine">The watch.</param>
/// <param name="after">The version to continue after; null to begin with the state of all users.</param>
/// <param name="includeEmpty">Whether to return sweeps without a change.</param>
/// <param name="parameter">The token that the method was given.</param>
internal sealed class SweepStream(
    WatchEngine engine, long? after, bool includeEmpty, CancellationToken parameter) : IAsyncEnumerable<PresenceSweep>
{
    private readonly ReaderLease _lease = new(engine, after, readsSweeps: true);

    public IAsyncEnumerator<PresenceSweep> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    private async IAsyncEnumerable<PresenceSweep> ReadAsync(
        CancellationToken enumeration, [EnumeratorCancellation] CancellationToken unused = default)
    {
        using var stop = new EitherToken(parameter, enumeration);
        ChangeReader reader = _lease.Take();
        try
        {
            while (true)
            {
                // Before anything is taken, or it would be lost.
                stop.ThrowIfCanceled();
                if (engine.State.NewsFor(reader) is not { } news)
                {
                    yield break;
                }

                if (news.Later is { } later)
                {
                    await stop.WaitAsync(later).ConfigureAwait(false);
                    continue;
                }

                List<PresenceChange> changes = TakeChanges(reader);
                if (changes.Count > 0 || news.IsTrouble || news.IsResynchronization || (includeEmpty && news.IsSweep))
                {
                    engine.State.EndResynchronization(reader);
                    yield return new PresenceSweep
                    {
                        Version = news.Version,
                        Changes = changes,
                        Status = engine.State.Status(engine.Now),
                        IsResynchronization = news.IsResynchronization,
                    };
                }
            }
        }
        finally
        {
            _lease.GiveBack(reader);
        }
    }

    private List<PresenceChange> TakeChanges(ChangeReader reader)
    {
        List<PresenceChange> changes = [];
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        DateTimeOffset now = engine.Now;
        while (engine.State.StepInSweep(reader, given, now) is { News: null } step)
        {
            if (step.Change is { } change)
            {
                WatchMetrics.Delivered(change, now);
                changes.Add(change);
                given.Add(change.UserId);
            }
        }

        return changes;
    }
}
