using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>Content that fills the screen: cut to its size, and padded with blanks.</summary>
internal sealed class Frame(IRenderable content, Size size) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => new(size.Width, size.Width);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        List<SegmentLine> lines = Segment.SplitLines(content.Render(options, size.Width), size.Width);
        for (int y = 0; y < size.Height; y++)
        {
            SegmentLine line = y < lines.Count ? lines[y] : [];
            foreach (Segment segment in line)
            {
                yield return segment;
            }

            yield return new Segment(new string(' ', Math.Max(0, size.Width - line.CellCount())));
            // No break after the last line: it would scroll the first line off the screen.
            if (y < size.Height - 1)
            {
                yield return Segment.LineBreak;
            }
        }
    }
}
