using System.Collections.Concurrent;

namespace PresenceClient.Soak.Report;

/// <summary>The findings by figure and kind, with the first examples of each kind. Thread-safe.</summary>
/// <param name="now">The clock of the run, for the times in examples.</param>
internal sealed class Findings(Func<TimeSpan> now)
{
    private const int ExamplesOfKind = 3;

    private readonly ConcurrentDictionary<(Figure Figure, string Kind), Kind> _kinds = new();

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _kinds.IsEmpty;

    /// <summary>Adds a finding.</summary>
    /// <param name="figure">The figure that it counts for.</param>
    /// <param name="kind">What is wrong, in the same words for all findings of the kind.</param>
    /// <param name="example">What an engineer needs to find the fault.</param>
    public void Add(Figure figure, string kind, string example)
    {
        Kind found = _kinds.GetOrAdd((figure, kind), static _ => new Kind());
        if (Interlocked.Increment(ref found.Count) <= ExamplesOfKind)
        {
            found.Examples.Enqueue($"at {now().TotalSeconds:0.000} s: {example}");
        }
    }

    public int CountOf(Figure figure) =>
        _kinds.Where(pair => pair.Key.Figure == figure).Sum(static pair => pair.Value.Count);

    /// <summary>The kinds of a figure, the most frequent first.</summary>
    public IEnumerable<(string Kind, int Count, IEnumerable<string> Examples)> KindsOf(Figure figure) =>
        _kinds.Where(pair => pair.Key.Figure == figure)
            .OrderByDescending(static pair => pair.Value.Count)
            .Select(static pair => (pair.Key.Kind, pair.Value.Count, (IEnumerable<string>)pair.Value.Examples));

    private sealed class Kind
    {
        public int Count;

        public ConcurrentQueue<string> Examples { get; } = new();
    }
}
