using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceClient.Cli;

/// <summary>
/// A cell that is always one line: a text that does not fit is cut off, and the style fills the whole cell. So the
/// number of rows that fit the screen is known in advance.
/// </summary>
internal sealed class OneLine(string text, Style style) : IRenderable
{
    /// <summary>The blank between two cells.</summary>
    public const int Gap = 1;

    private const string Ellipsis = "…";

    private readonly Segment _whole = new(SafeText.OneLine(text), style);

    /// <summary>The width that the whole text takes, with the gap.</summary>
    public int Width => _whole.CellCount() + Gap;

    public Measurement Measure(RenderOptions options, int maxWidth) => new(Gap, Width);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        Segment shown = Shorten(maxWidth - Gap);
        yield return shown;
        yield return new Segment(new string(' ', Math.Max(0, maxWidth - shown.CellCount())), style);
    }

    private Segment Shorten(int room)
    {
        if (_whole.CellCount() <= room)
        {
            return _whole;
        }

        string start = room > 1 ? Segment.Truncate(_whole, room - 1)?.Text.TrimEnd() ?? "" : "";
        return new Segment(room > 0 ? start + Ellipsis : "", style);
    }
}
