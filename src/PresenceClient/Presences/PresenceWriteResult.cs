using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>The outcomes of many writes, one for each write in the order given.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A result that can be enumerated, not a general collection.")]
public sealed class PresenceWriteResult : IReadOnlyList<PresenceWriteOutcome>
{
    private readonly PresenceWriteOutcome[] _outcomes;

    /// <summary>Creates a result, for example in a test.</summary>
    /// <param name="outcomes">The outcomes, in the order of the writes.</param>
    /// <exception cref="ArgumentException">An outcome is null.</exception>
    public PresenceWriteResult(IEnumerable<PresenceWriteOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        _outcomes = [.. outcomes];
        Failures = Array.TrueForAll(_outcomes, static o => o is not null)
            ? Array.FindAll(_outcomes, static o => !o.Succeeded)
            : throw new ArgumentException("An outcome is null. Every write needs an outcome.", nameof(outcomes));
    }

    /// <summary>The outcomes of the writes that failed, in the order given.</summary>
    public IReadOnlyList<PresenceWriteOutcome> Failures { get; }

    /// <summary>Whether all writes succeeded.</summary>
    public bool AllSucceeded => Failures.Count == 0;

    /// <summary>The number of writes.</summary>
    public int Count => _outcomes.Length;

    /// <summary>Gets the outcome of the write at an index.</summary>
    /// <param name="index">The index of the write, from zero.</param>
    /// <exception cref="IndexOutOfRangeException">The index is out of range.</exception>
    public PresenceWriteOutcome this[int index] => _outcomes[index];

    /// <summary>Enumerates the outcomes in the order of the writes.</summary>
    public IEnumerator<PresenceWriteOutcome> GetEnumerator() =>
        ((IEnumerable<PresenceWriteOutcome>)_outcomes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
