using System.Globalization;

namespace PresenceService.Load;

/// <summary>The figures of a load run.</summary>
internal sealed record LoadReport(int Requests, int Problems, int Wrong, int Lost)
{
    public long GraphRequests { get; init; }

    public int Answered => Requests - Lost;

    public bool Passed => Wrong == 0 && Lost == 0;

    public static LoadReport Of(IReadOnlyCollection<Verdict> verdicts) => new(
        verdicts.Count,
        verdicts.Count(verdict => verdict == Verdict.Problem),
        verdicts.Count(verdict => verdict == Verdict.Wrong),
        verdicts.Count(verdict => verdict == Verdict.Lost));

    public void Print(TextWriter output)
    {
        Line("requests", Requests);
        Line("answered", Answered);
        Line("problems", Problems);
        Line("wrong", Wrong);
        Line("lost", Lost);
        Line("graph requests", GraphRequests);

        void Line(string name, long value) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {value,8}"));
    }
}
