namespace PresenceClient.Soak.Report;

/// <summary>Prints the result of a run: facts, the figures that must be 0, then examples of the findings.</summary>
internal sealed class SoakReport(TextWriter output, Findings findings, int width)
{
    /// <summary>Prints a line of the result.</summary>
    public void Fact(string name, object value) => output.WriteLine($"{name.PadRight(width)} {value}");

    /// <summary>Prints figures that must be 0.</summary>
    public void Figures(params Figure[] figures)
    {
        foreach (Figure figure in figures)
        {
            Fact(NameOf(figure), findings.CountOf(figure));
        }
    }

    /// <summary>Prints examples of what was found.</summary>
    /// <returns>The exit code: 0 if nothing was found, otherwise 1.</returns>
    public int Conclude()
    {
        foreach (Figure figure in Enum.GetValues<Figure>())
        {
            foreach ((string kind, int count, IEnumerable<string> examples) in findings.KindsOf(figure))
            {
                WriteKind($"{NameOf(figure)}: {kind} ({count})", examples);
            }
        }

        return findings.IsEmpty ? 0 : 1;
    }

    private static string NameOf(Figure figure) => figure switch
    {
        Figure.OverPace => "over pace",
        Figure.OutOfOrder => "out of order",
        Figure.Stale => "stale at the end",
        Figure.WrongAtCheck => "wrong at a check",
        Figure.LeftAtEnd => "left in a call at the end",
        Figure.Grown => "memory growth",
        Figure.Hung => "hung",
        Figure.Wrong => "wrong",
        Figure.Leaked => "leaked",
        Figure.Unobserved => "unobserved",
        Figure.Lost => "lost",
        _ => "invented",
    };

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
