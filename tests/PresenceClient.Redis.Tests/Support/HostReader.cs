using System.Collections.Concurrent;

namespace PresenceClient.Redis.Tests.Support;

/// <summary>A reader of a host's watch. It checks that each change fits those before.</summary>
internal sealed class HostReader
{
    private readonly ConcurrentDictionary<string, UserPresence?> _known = new(StringComparer.OrdinalIgnoreCase);

    public HostReader(PresenceWatch watch) => Ended = RunAsync(watch);

    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Completes with the exception that ended the reader; null without one.</summary>
    public Task<Exception?> Ended { get; }

    public IEnumerable<string> Users => _known.Keys;

    /// <summary>How many changes it got.</summary>
    public int Changes { get; private set; }

    public string? ActivityOf(string id) => _known.GetValueOrDefault(id)?.ActivityText;

    private async Task<Exception?> RunAsync(PresenceWatch watch)
    {
        try
        {
            await foreach (PresenceChange change in watch.ReadChangesAsync(TestContext.Current.CancellationToken))
            {
                Take(change);
            }

            return null;
        }
        catch (Exception e) when (e is PresenceException or OperationCanceledException or ObjectDisposedException)
        {
            return e;
        }
    }

    private void Take(PresenceChange change)
    {
        Changes++;
        bool isKnown = _known.TryGetValue(change.UserId, out UserPresence? known);
        if (change.Kind == PresenceChangeKind.Initial && isKnown)
        {
            Faults.Enqueue($"a second Initial of {change.UserId}");
        }

        if (isKnown && change.Previous != known)
        {
            Faults.Enqueue($"{change.UserId}: previous is {change.Previous}, but the reader knows {known}");
        }

        if (change.Current is { } current
            && string.CompareOrdinal(current.SequenceNumber, known?.SequenceNumber) < 0)
        {
            Faults.Enqueue($"{change.UserId} goes back from {known} to {change.Current}");
        }

        if (change.Kind == PresenceChangeKind.Unwatched)
        {
            _known.TryRemove(change.UserId, out _);
        }
        else
        {
            _known[change.UserId] = change.Current;
        }
    }
}
