using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>What became of many writes: an outcome for each, in the order given.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A result that can be enumerated, not a collection to keep.")]
public sealed class PresenceWriteResult : IReadOnlyList<PresenceWriteOutcome>
{
    private readonly PresenceWriteOutcome[] _outcomes;

    /// <summary>A result, as a test may make it.</summary>
    /// <param name="outcomes">The outcomes, in the order of the writes.</param>
    /// <exception cref="ArgumentException">An outcome is null.</exception>
    public PresenceWriteResult(IEnumerable<PresenceWriteOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        _outcomes = [.. outcomes];
        Failures = Array.TrueForAll(_outcomes, static o => o is not null)
            ? Array.FindAll(_outcomes, static o => !o.Succeeded)
            : throw new ArgumentException("An outcome is null; each write has one.", nameof(outcomes));
    }

    /// <summary>The outcomes of the writes that failed, in the order given.</summary>
    public IReadOnlyList<PresenceWriteOutcome> Failures { get; }

    /// <summary>Whether no write failed.</summary>
    public bool AllSucceeded => Failures.Count == 0;

    /// <summary>How many writes there were.</summary>
    public int Count => _outcomes.Length;

    /// <summary>The outcome of the write that was given at this place.</summary>
    /// <param name="index">The place, from zero.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public PresenceWriteOutcome this[int index] => _outcomes[index];

    /// <summary>Enumerates the outcomes in the order of the writes.</summary>
    public IEnumerator<PresenceWriteOutcome> GetEnumerator() =>
        ((IEnumerable<PresenceWriteOutcome>)_outcomes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
