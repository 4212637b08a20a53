using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mutate.Mutants;

/// <summary>
/// Finds the mutants that don't compile. Most errors are inside their mutant. Others, for example a variable without a
/// value, are elsewhere in the member. All mutants of the member are switched off then, and on again in halves.
/// </summary>
internal sealed class CulpritSearch
{
    private readonly HashSet<int> _culprits = [];
    private readonly HashSet<int> _innocent = [];
    private readonly Dictionary<(string File, int Member), Stack<int[]>> _suspects = [];
    private readonly Dictionary<(string File, int Member), int[]> _trials = [];

    /// <summary>The mutants to leave out of the next compilation.</summary>
    public HashSet<int> SwitchedOff { get; private set; } = [];

    /// <summary>Takes the errors of a compilation, and returns whether all remaining mutants compile.</summary>
    public bool IsOver(Diagnostic[] errors, IReadOnlyList<Mutant> mutants, Func<SyntaxTree, string?> nameOf)
    {
        var broken = new HashSet<(string File, int Member)>();
        foreach (Diagnostic error in errors)
        {
            SyntaxNode node = error.Location.SourceTree?.GetRoot()
                .FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) ?? throw Unknown(error);
            if (FindAround(node, MutantWriter.Changed) is { } culprit)
            {
                _culprits.Add(culprit);
            }
            else if (FindAround(node, MutantWriter.Member) is { } member)
            {
                broken.Add((nameOf(error.Location.SourceTree) ?? throw Unknown(error), member));
            }
            else
            {
                throw Unknown(error);
            }
        }

        foreach ((string File, int Member) member in broken)
        {
            Suspect(member, mutants);
        }

        foreach (((string File, int Member) member, int[] trial) in _trials)
        {
            if (!broken.Contains(member))
            {
                _innocent.UnionWith(trial);
            }
        }

        _trials.Clear();
        if (errors.Length == 0 && _suspects.Values.All(stack => stack.Count == 0))
        {
            return true;
        }

        foreach (((string File, int Member) member, Stack<int[]> stack) in _suspects)
        {
            // After new suspects, the first compilation is without them.
            if (!broken.Contains(member) && stack.TryPop(out int[]? trial))
            {
                _trials[member] = trial;
            }
        }

        SwitchedOff = [.. _culprits, .. _suspects.Values.SelectMany(stack => stack).SelectMany(ids => ids)];
        return false;
    }

    private void Suspect((string File, int Member) member, IReadOnlyList<Mutant> mutants)
    {
        bool isTrial = _trials.Remove(member, out int[]? trial);
        int[] ids = [.. (trial ?? mutants.Where(m => (m.File, m.MemberStart) == member).Select(m => m.Id))
            .Where(id => !_culprits.Contains(id) && !_innocent.Contains(id))];
        if (isTrial && ids.Length <= 1)
        {
            _culprits.UnionWith(ids);
            return;
        }

        if (!_suspects.TryGetValue(member, out Stack<int[]>? stack))
        {
            _suspects[member] = stack = [];
        }

        if (!isTrial && (stack.Count > 0 || ids.Length == 0))
        {
            throw new InvalidOperationException($"{member.File} doesn't compile without its mutants.");
        }

        stack.Push(ids[..(ids.Length / 2)]);
        stack.Push(ids[(ids.Length / 2)..]);
    }

    private static int? FindAround(SyntaxNode node, string kind) => node.AncestorsAndSelf()
        .SelectMany(part => part.GetAnnotations(kind))
        .Select(annotation => (int?)int.Parse(annotation.Data!, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private static InvalidOperationException Unknown(Diagnostic error) =>
        new($"The code doesn't compile, with or without mutants: {error}");
}
