namespace Mutate.Running;

/// <summary>Which tests reach which mutants, and how long they take.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<int, int> _milliseconds = [];
    private readonly Dictionary<int, HashSet<int>>[] _reached = [[], []];

    /// <summary>The number of tests.</summary>
    public int Tests => _milliseconds.Count;

    public bool Has(int test) => _milliseconds.ContainsKey(test);

    public void Add(int run, int test, int milliseconds, IEnumerable<int> mutants)
    {
        _milliseconds[test] = milliseconds;
        foreach (int mutant in mutants)
        {
            if (!_reached[run].TryGetValue(mutant, out HashSet<int>? tests))
            {
                _reached[run][mutant] = tests = [];
            }

            tests.Add(test);
        }
    }

    /// <summary>Forgets what the tests of a run reached.</summary>
    public void Forget(int run) => _reached[run].Clear();

    public void Remove(int test) => _milliseconds.Remove(test);

    /// <summary>The tests of a mutant, fastest first, each with its limit in milliseconds.</summary>
    /// <returns>Whether the mutant runs only once in a process; then any test may depend on it.</returns>
    public (bool IsOnce, IReadOnlyList<(int Test, int Limit)> Tests) Of(int mutant)
    {
        HashSet<int>? again = _reached[1].GetValueOrDefault(mutant);
        HashSet<int>? first = _reached[0].GetValueOrDefault(mutant);
        bool isOnce = again is null && first is not null;
        IEnumerable<int> tests = again ?? (isOnce ? _milliseconds.Keys : Enumerable.Empty<int>());
        return (isOnce, [.. tests.Where(Has).OrderBy(test => isOnce && !first!.Contains(test))
            .ThenBy(test => _milliseconds[test]).Select(test => (test, 3_000 + (10 * _milliseconds[test])))]);
    }
}
