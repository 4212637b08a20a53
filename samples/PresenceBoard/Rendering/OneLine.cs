using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>
/// A cell that takes one line, whatever is in it: what does not fit is cut off, and the style fills the whole cell. So
/// it can be told beforehand how many rows of a table fit on the screen.
/// </summary>
internal sealed class OneLine(string text, Style style) : IRenderable
{
    // One blank keeps neighbours apart.
    private const int Gap = 1;
    private const string Ellipsis = "…";

    private readonly Segment _whole = new(SafeText.OneLine(text), style);

    public Measurement Measure(RenderOptions options, int maxWidth) => new(Gap, _whole.CellCount() + Gap);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        Segment shown = Shorten(maxWidth - Gap);
        yield return shown;
        yield return new Segment(new string(' ', Math.Max(0, maxWidth - shown.CellCount())), style);
    }

    private Segment Shorten(int room)
    {
        if (_whole.CellCount() <= room)
            return _whole;
        string start = room > 1 ? Segment.Truncate(_whole, room - 1)?.Text.TrimEnd() ?? "" : "";
        return new Segment(room > 0 ? start + Ellipsis : "", style);
    }
}
