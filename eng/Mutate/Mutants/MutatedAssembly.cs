using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mutate.Mutants;

/// <summary>An assembly with all mutants, each behind its switch.</summary>
/// <param name="Mutants">The mutants that compile.</param>
/// <param name="Uncompilable">The mutants that don't compile.</param>
internal sealed record MutatedAssembly(IReadOnlyList<Mutant> Mutants, IReadOnlyList<Mutant> Uncompilable)
{
    /// <summary>Mutates files of a compilation and writes the assembly, without mutants that don't compile.</summary>
    /// <param name="original">The original code.</param>
    /// <param name="nameOf">The name of a file to mutate; null for other files.</param>
    /// <param name="path">The assembly to write.</param>
    public static MutatedAssembly Write(CSharpCompilation original, Func<SyntaxTree, string?> nameOf, string path)
    {
        var options = (CSharpParseOptions)original.SyntaxTrees[0].Options;
        SyntaxTree choice = CSharpSyntaxTree.ParseText(
            "#nullable enable\n" + MutantSwitch.Source, options, MutantSwitch.TypeName + ".cs");
        SyntaxTree[] trees = [.. original.SyntaxTrees.Where(tree => nameOf(tree) is not null)
            .OrderBy(nameOf, StringComparer.Ordinal)];
        var search = new CulpritSearch();
        while (true)
        {
            CSharpCompilation compilation = original.AddSyntaxTrees(choice);
            var mutants = new List<Mutant>();
            foreach (SyntaxTree tree in trees)
            {
                var writer = new MutantWriter(
                    original.GetSemanticModel(tree), nameOf(tree)!, mutants.Count, search.SwitchedOff);
                SyntaxNode root = writer.Visit(tree.GetRoot())!;
                mutants.AddRange(writer.Mutants);
                compilation = compilation.ReplaceSyntaxTree(
                    tree, CSharpSyntaxTree.Create((CSharpSyntaxNode)root, options, tree.FilePath));
            }

            Diagnostic[] errors = [.. compilation.Emit(path).Diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            if (search.IsOver(errors, mutants, nameOf))
            {
                ILookup<bool, Mutant> kinds = mutants.ToLookup(mutant => search.SwitchedOff.Contains(mutant.Id));
                return new MutatedAssembly([.. kinds[false]], [.. kinds[true]]);
            }
        }
    }
}
