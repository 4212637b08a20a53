namespace PresenceClient.Soak.Report;

/// <summary>Prints what a run found: the figures, then examples of what is not 0.</summary>
internal sealed class SoakReport(TextWriter output, Findings findings)
{
    private static readonly (Figure Figure, string Name)[] Figures =
    [
        (Figure.Hung, "hung"),
        (Figure.Wrong, "wrong"),
        (Figure.Leaked, "leaked"),
        (Figure.Unobserved, "unobserved"),
        (Figure.OverPace, "over pace"),
    ];

    /// <summary>Prints the figures and the examples.</summary>
    /// <returns>The exit code: 0 if every figure that must be 0 is.</returns>
    public int Write(long requests)
    {
        output.WriteLine();
        output.WriteLine($"{"requests",-12} {requests}");
        foreach ((Figure figure, string name) in Figures)
        {
            output.WriteLine($"{name,-12} {findings.CountOf(figure)}");
        }

        foreach ((Figure figure, string name) in Figures)
        {
            foreach ((string kind, int count, IEnumerable<string> examples) in findings.KindsOf(figure))
            {
                WriteKind($"{name}: {kind} ({count})", examples);
            }
        }

        return Figures.Any(it => findings.CountOf(it.Figure) > 0) ? 1 : 0;
    }

    private void WriteKind(string title, IEnumerable<string> examples)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (string example in examples)
        {
            output.WriteLine($"  {example.ReplaceLineEndings("\n    ")}");
        }
    }
}
