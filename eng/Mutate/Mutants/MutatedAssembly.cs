using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace Mutate.Mutants;

/// <summary>An assembly with all mutants, each behind its switch.</summary>
/// <param name="Mutants">The mutants that compile.</param>
/// <param name="Uncompilable">The number of mutants that don't compile.</param>
internal sealed record MutatedAssembly(IReadOnlyList<Mutant> Mutants, int Uncompilable)
{
    private const int MostRounds = 40;

    // Errors that depend on the flow through a whole member.
    private static readonly string[] FlowErrors =
        ["CS0161", "CS0163", "CS0165", "CS0170", "CS0171", "CS0177", "CS0269", "CS1643", "CS8070", "CS8196"];

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
        var dropped = new HashSet<int>();
        for (int round = 0; round < MostRounds; round++)
        {
            CSharpCompilation compilation = original.AddSyntaxTrees(choice);
            var mutants = new List<Mutant>();
            foreach (SyntaxTree tree in trees)
            {
                var writer = new MutantWriter(original.GetSemanticModel(tree), nameOf(tree)!, mutants.Count, dropped);
                SyntaxNode root = writer.Visit(tree.GetRoot())!;
                mutants.AddRange(writer.Mutants);
                compilation = compilation.ReplaceSyntaxTree(
                    tree, CSharpSyntaxTree.Create((CSharpSyntaxNode)root, options, tree.FilePath));
            }

            EmitResult result = compilation.Emit(path);
            if (result.Success)
            {
                return new MutatedAssembly([.. mutants.Where(m => !dropped.Contains(m.Id))], dropped.Count);
            }

            int before = dropped.Count;
            Diagnostic[] errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
            foreach (Diagnostic error in errors)
            {
                dropped.UnionWith(FindCulprits(error));
            }

            if (dropped.Count == before)
            {
                throw new InvalidOperationException(
                    $"The code doesn't compile, with or without mutants: {string.Join('\n', errors.Take(10))}");
            }
        }

        throw new InvalidOperationException($"After {MostRounds} rounds, some mutants still don't compile.");
    }

    private static IEnumerable<int> FindCulprits(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
        {
            return [];
        }

        SyntaxNode node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        int[] around = FindAround(node, MutantWriter.Changed);
        if (around.Length > 0)
        {
            return [around[0]];
        }

        bool isFlow = Array.IndexOf(FlowErrors, error.Id) >= 0;
        int[] choices = FindAround(node, MutantWriter.Choice);
        if (!isFlow && choices.Length > 0)
        {
            return [choices[0]];
        }

        // A variable without a value, or a path without a return: one of the mutants of the member is the reason.
        string name = tree.GetText().ToString(error.Location.SourceSpan);
        SyntaxNode? member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        SyntaxNode[] all = [.. member?.GetAnnotatedNodes(MutantWriter.Choice) ?? []];
        SyntaxNode[] likely = [.. all.Where(choice => IsJump(choice)
            || (choice is IfStatementSyntax && choice.ToString().Contains(name, StringComparison.Ordinal)))];
        return (isFlow && likely.Length > 0 ? likely : all)
            .SelectMany(choice => choice.GetAnnotations(MutantWriter.Choice)).Select(IdOf);
    }

    // Innermost first.
    private static int[] FindAround(SyntaxNode node, string kind) =>
        [.. node.AncestorsAndSelf().SelectMany(part => part.GetAnnotations(kind)).Select(IdOf)];

    private static bool IsJump(SyntaxNode choice) =>
        choice is IfStatementSyntax { Statement: BlockSyntax { Statements: [StatementSyntax removed] } }
        && removed is ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax;

    private static int IdOf(SyntaxAnnotation annotation) =>
        int.Parse(annotation.Data!, System.Globalization.CultureInfo.InvariantCulture);
}
