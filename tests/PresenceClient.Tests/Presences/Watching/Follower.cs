using System.Collections.Concurrent;
using System.Globalization;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>
/// A reader that checks each change against its own state: a user's number only grows, and the previous presence is the
/// one that it received last. Some readers pause, and some stop and continue.
/// </summary>
internal sealed class Follower(PresenceWatch watch, int seed)
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, int> _known = new();

    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>The number of a user; 0 if the user is missing, -1 if the user is not known.</summary>
    public int Knows(string id) => _known.GetValueOrDefault(id, -1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        IAsyncEnumerable<PresenceChange> changes = seed % 2 == 0
            ? watch.ReadChangesAsync(cancellationToken)
            : watch.ReadSweepsAsync(null, cancellationToken).SelectMany(static s => s.Changes.ToAsyncEnumerable());
        try
        {
            while (true)
            {
                await foreach (PresenceChange change in changes.WithCancellation(CancellationToken.None))
                {
                    Take(change);
                    if (seed > 2 && _random.Next(100) == 0)
                    {
                        await Task.Delay(_random.Next(3), cancellationToken);
                    }

                    // Of a sweep, the rest would be lost.
                    if (seed % 2 == 0 && _random.Next(200) == 0)
                    {
                        break;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private static int NumberOf(UserPresence? presence) =>
        presence is null ? 0 : int.Parse(presence.ActivityText!, CultureInfo.InvariantCulture);

    private void Take(PresenceChange change)
    {
        int known = Knows(change.UserId);
        int current = NumberOf(change.Current);
        bool isRight = change.Kind switch
        {
            PresenceChangeKind.Initial => known == -1 && current > 0,
            PresenceChangeKind.Changed => known > 0 && current != known,
            PresenceChangeKind.Missing => known != 0 && current == 0,
            PresenceChangeKind.Returned => known == 0 && current > 0,
            _ => known != -1 && current == 0,
        };
        if (!isRight || NumberOf(change.Previous) != Math.Max(known, 0) || (current > 0 && current < known))
        {
            Faults.Enqueue($"{change.UserId}: {change.Kind} {known} {NumberOf(change.Previous)} -> {current}");
        }

        if (change.Kind == PresenceChangeKind.Unwatched)
        {
            _known.TryRemove(change.UserId, out _);
        }
        else
        {
            _known[change.UserId] = current;
        }
    }
}
