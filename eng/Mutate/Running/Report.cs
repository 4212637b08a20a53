using Mutate.Mutants;

namespace Mutate.Running;

/// <summary>The outcomes of a campaign.</summary>
/// <param name="Outcomes">The outcome of each mutant, and the failure of the test that killed it.</param>
/// <param name="Tests">The number of tests.</param>
/// <param name="LeftOut">The tests that are slow, or fail without a mutant.</param>
internal sealed record Report(
    IReadOnlyDictionary<Mutant, (Outcome Outcome, string Reason)> Outcomes, int Tests, IReadOnlyList<string> LeftOut)
{
    /// <summary>The percentage of mutants that the tests notice.</summary>
    public double Score => Outcomes.Count == 0
        ? 100
        : 100.0 * (Count(Outcome.Killed) + Count(Outcome.TimedOut)) / Outcomes.Count;

    public int Count(Outcome outcome) => Outcomes.Values.Count(value => value.Outcome == outcome);

    public IEnumerable<Mutant> With(Outcome outcome) => Outcomes.Where(pair => pair.Value.Outcome == outcome)
        .Select(pair => pair.Key).OrderBy(mutant => mutant.Id);
}
