using PresenceClient;

namespace PresenceBoard;

/// <summary>The presences and the latest changes on the live board. Immutable: each sweep makes a new one.</summary>
/// <param name="Board">The presence of all people.</param>
/// <param name="Filter">Which changes to keep; null for all.</param>
internal sealed record BoardState(Board Board, StateFilter? Filter)
{
    // More than any screen is wide.
    private const int MostChanges = 20;

    /// <summary>The latest changes, newest first.</summary>
    public IReadOnlyList<ChangeLine> Changes { get; private init; } = [];

    /// <summary>The end of the last trouble; null while reads fail, and before any did.</summary>
    public Recovery? Recovery { get; private init; }

    private DateTimeOffset? TroubleSince { get; init; }

    /// <summary>The state after a sweep.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="now">The time now.</param>
    public BoardState With(PresenceSweep sweep, DateTimeOffset now)
    {
        IEnumerable<ChangeLine> news = sweep.Changes.Reverse()
            .Where(change => ChangeText.IsNews(change) && Filter?.Matches(change) != false)
            .Select(change => new ChangeLine(change.ReadAt, $"{Board.NameOf(change.UserId)}: {ChangeText.Of(change)}"));
        DateTimeOffset? trouble = sweep.Status.TroubleSince;
        return this with
        {
            Board = Board.With(sweep.Changes),
            Changes = [.. news.Concat(Changes).Take(MostChanges)],
            Recovery = trouble is not null ? null
                : TroubleSince is { } since ? new Recovery(since, now)
                : Recovery,
            TroubleSince = trouble,
        };
    }
}
