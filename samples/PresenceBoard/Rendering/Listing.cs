namespace PresenceBoard;

/// <summary>
/// The rows of a board in the order in which they are shown. Kept until the board changes, since each key repaints.
/// </summary>
internal sealed class Listing(StateFilter? filter)
{
    private Board? _board;
    private Board? _orderOf;
    private PresenceRow[]? _latestFirst;

    /// <summary>The rows in the order of the people.</summary>
    public PresenceRow[] Rows { get; private set; } = [];

    /// <summary>The width of the longest name of all people.</summary>
    public int NameWidth { get; private set; }

    /// <summary>How many people are in each state, with or without a filter.</summary>
    public Flow Summary { get; private set; } = new();

    /// <summary>Sets the board to show.</summary>
    public void Take(Board board)
    {
        if (ReferenceEquals(board, _board))
        {
            return;
        }

        if (!ReferenceEquals(board.Users, _board?.Users))
        {
            NameWidth = PresenceTable.NameWidth(board.Users);
        }

        _board = board;
        _latestFirst = null;
        Rows = [.. board.RowsIn(filter)];
        Summary = PresenceBoard.Summary.Create(board.Rows);
    }

    /// <summary>The rows whose presences changed last, then the others.</summary>
    /// <param name="keepOrder">
    /// Whether to keep the order of the last call with false, so that rows do not move while the user scrolls.
    /// </param>
    public PresenceRow[] LatestFirst(bool keepOrder)
    {
        if (!keepOrder && !ReferenceEquals(_orderOf, _board))
        {
            _orderOf = _board;
            _latestFirst = null;
        }

        return _latestFirst ??= [.. Rows.OrderByDescending(row => _orderOf?.ChangedAt(row.User.Id))];
    }
}
