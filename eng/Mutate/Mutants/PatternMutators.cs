using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutate.Mutants;

/// <summary>The mutations of patterns. A pattern has constants only, so the expression around it is replaced.</summary>
internal static class PatternMutators
{
    private static readonly Dictionary<SyntaxKind, string[]> Relations = new()
    {
        [SyntaxKind.LessThanToken] = ["<=", ">="],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">"],
        [SyntaxKind.GreaterThanToken] = [">=", "<="],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<"],
    };

    /// <summary>Negates the pattern, and mutates its parts.</summary>
    public static IEnumerable<(MutantKind Kind, string Text)> Of(IsPatternExpressionSyntax node) =>
    [
        (MutantKind.Negation, node.Pattern is UnaryPatternSyntax not
            ? $"{node.Expression} is {not.Pattern}"
            : $"{node.Expression} is not ({node.Pattern})"),
        .. OfParts(node),
    ];

    /// <summary>Mutates the patterns of the arms.</summary>
    public static IEnumerable<(MutantKind Kind, string Text)> Of(SwitchExpressionSyntax node) => OfParts(node);

    private static IEnumerable<(MutantKind, string)> OfParts(ExpressionSyntax node)
    {
        foreach (SyntaxNode part in node.DescendantNodes(child =>
            child == node || child is PatternSyntax or SwitchExpressionArmSyntax or SubpatternSyntax
                or PropertyPatternClauseSyntax or PositionalPatternClauseSyntax))
        {
            (SyntaxToken token, MutantKind kind, string[] others) = part switch
            {
                RelationalPatternSyntax relation =>
                    (relation.OperatorToken, MutantKind.Comparison, Relations[relation.OperatorToken.Kind()]),
                BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern } and =>
                    (and.OperatorToken, MutantKind.Logical, ["or"]),
                BinaryPatternSyntax or => (or.OperatorToken, MutantKind.Logical, ["and"]),
                _ => (default, default, Array.Empty<string>()),
            };
            string text = node.ToString();
            int start = token.SpanStart - node.SpanStart;
            foreach (string other in others)
            {
                yield return (kind, $"{text[..start]}{other}{text[(start + token.Span.Length)..]}");
            }
        }
    }
}
