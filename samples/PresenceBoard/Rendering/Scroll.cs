namespace PresenceBoard;

/// <summary>Which rows of a long list are on the screen.</summary>
internal sealed class Scroll
{
    private int _rows;

    /// <summary>How many rows fit the screen.</summary>
    public int Page { get; private set; } = 1;

    /// <summary>The first row on the screen, from 0.</summary>
    public int Top { get; private set; }

    /// <summary>Whether the rows need more than one screen.</summary>
    public bool IsNeeded => _rows > Page;

    /// <summary>Sets the number of rows, and how many fit the screen.</summary>
    public void Fit(int rows, int page)
    {
        (_rows, Page) = (rows, Math.Max(1, page));
        MoveTo(Top);
    }

    /// <summary>Scrolls if the key is a scroll key.</summary>
    public void Press(ConsoleKey key) => MoveTo(key switch
    {
        ConsoleKey.UpArrow => Top - 1,
        ConsoleKey.DownArrow => Top + 1,
        ConsoleKey.PageUp => Top - Page,
        ConsoleKey.PageDown => Top + Page,
        ConsoleKey.Home => 0,
        ConsoleKey.End => _rows,
        _ => Top,
    });

    private void MoveTo(int top) => Top = Math.Clamp(top, 0, Math.Max(0, _rows - Page));
}
