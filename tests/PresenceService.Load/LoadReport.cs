using System.Globalization;

namespace PresenceService.Load;

/// <summary>The figures of a load run.</summary>
internal sealed record LoadReport(int Requests, int Problems, int Wrong, int Lost)
{
    public long GraphRequests { get; init; }

    public int Streams { get; init; }

    /// <summary>How many users the streams do not show as they are after the last change.</summary>
    public int StreamsLost { get; init; }

    /// <summary>How many states the streams have received.</summary>
    public long StreamStates { get; init; }

    public int Answered => Requests - Lost;

    public bool Passed => Wrong == 0 && Lost + StreamsLost == 0;

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
        Line("lost", Lost + StreamsLost);
        Line("graph requests", GraphRequests);
        if (Streams > 0)
        {
            Line("streams", Streams);
            Line("stream states", StreamStates);
        }

        void Line(string name, long value) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {value,8}"));
    }
}
