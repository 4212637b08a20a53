using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>Parts side by side with a separator between them. Lines break between parts, never within one.</summary>
internal sealed class Flow : IRenderable
{
    private const string Separator = " · ";

    private readonly List<Segment[]> _parts = [];

    /// <summary>Adds a part, in pieces of different style.</summary>
    public void Add(params IEnumerable<(string Text, Style Style)> pieces) =>
        _parts.Add([.. pieces.Select(piece => new Segment(SafeText.OneLine(piece.Text), piece.Style))]);

    public Measurement Measure(RenderOptions options, int maxWidth) => new(0, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int used = 0;
        foreach (Segment[] part in _parts)
        {
            int width = part.Sum(segment => segment.CellCount());
            if (used > 0 && used + Separator.Length + width > maxWidth)
            {
                yield return Segment.LineBreak;
                used = 0;
            }

            if (used > 0)
            {
                yield return new Segment(Separator);
                used += Separator.Length;
            }

            foreach (Segment segment in part)
            {
                yield return segment;
            }

            used += width;
        }

        yield return Segment.LineBreak;
    }
}
