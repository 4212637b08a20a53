using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutate.Mutants;

/// <summary>The mutations of an expression, as text.</summary>
internal static class ExpressionMutators
{
    private static readonly Dictionary<SyntaxKind, (MutantKind Kind, string[] Operators)> Binary = new()
    {
        [SyntaxKind.LessThanExpression] = (MutantKind.Comparison, ["<=", ">="]),
        [SyntaxKind.LessThanOrEqualExpression] = (MutantKind.Comparison, ["<", ">"]),
        [SyntaxKind.GreaterThanExpression] = (MutantKind.Comparison, [">=", "<="]),
        [SyntaxKind.GreaterThanOrEqualExpression] = (MutantKind.Comparison, [">", "<"]),
        [SyntaxKind.EqualsExpression] = (MutantKind.Comparison, ["!="]),
        [SyntaxKind.NotEqualsExpression] = (MutantKind.Comparison, ["=="]),
        [SyntaxKind.LogicalAndExpression] = (MutantKind.Logical, ["||"]),
        [SyntaxKind.LogicalOrExpression] = (MutantKind.Logical, ["&&"]),
        [SyntaxKind.AddExpression] = (MutantKind.Arithmetic, ["-"]),
        [SyntaxKind.SubtractExpression] = (MutantKind.Arithmetic, ["+"]),
        [SyntaxKind.MultiplyExpression] = (MutantKind.Arithmetic, ["/"]),
        [SyntaxKind.DivideExpression] = (MutantKind.Arithmetic, ["*"]),
        [SyntaxKind.ModuloExpression] = (MutantKind.Arithmetic, ["*"]),
        [SyntaxKind.BitwiseAndExpression] = (MutantKind.Bitwise, ["|"]),
        [SyntaxKind.BitwiseOrExpression] = (MutantKind.Bitwise, ["&"]),
        [SyntaxKind.ExclusiveOrExpression] = (MutantKind.Bitwise, ["&"]),
        [SyntaxKind.LeftShiftExpression] = (MutantKind.Bitwise, [">>"]),
        [SyntaxKind.RightShiftExpression] = (MutantKind.Bitwise, ["<<"]),
        [SyntaxKind.UnsignedRightShiftExpression] = (MutantKind.Bitwise, ["<<"]),
        [SyntaxKind.AddAssignmentExpression] = (MutantKind.Assignment, ["-="]),
        [SyntaxKind.SubtractAssignmentExpression] = (MutantKind.Assignment, ["+="]),
        [SyntaxKind.MultiplyAssignmentExpression] = (MutantKind.Assignment, ["/="]),
        [SyntaxKind.DivideAssignmentExpression] = (MutantKind.Assignment, ["*="]),
        [SyntaxKind.OrAssignmentExpression] = (MutantKind.Assignment, ["&="]),
        [SyntaxKind.AndAssignmentExpression] = (MutantKind.Assignment, ["|="]),
        [SyntaxKind.CoalesceAssignmentExpression] = (MutantKind.Assignment, ["="]),
    };

    private static readonly Dictionary<string, string> Names = Pairs(
        ("All", "Any"), ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Min", "Max"), ("MinBy", "MaxBy"),
        ("OrderBy", "OrderByDescending"), ("ThenBy", "ThenByDescending"), ("Skip", "Take"), ("SkipWhile", "TakeWhile"),
        ("Union", "Intersect"), ("Concat", "Except"), ("Append", "Prepend"), ("StartsWith", "EndsWith"),
        ("TrimStart", "TrimEnd"), ("IndexOf", "LastIndexOf"), ("ToUpperInvariant", "ToLowerInvariant"),
        ("Floor", "Ceiling"), ("Ordinal", "OrdinalIgnoreCase"), ("Increment", "Decrement"));

    public static IEnumerable<(MutantKind Kind, string Text)> Of(ExpressionSyntax node, SemanticModel model) =>
        node switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce =>
                [(MutantKind.Coalesce, $"{coalesce.Left}"), (MutantKind.Coalesce, $"{coalesce.Right}")],
            BinaryExpressionSyntax binary => OfOperator(binary, binary.Left, binary.Right, model),
            AssignmentExpressionSyntax assignment => OfOperator(assignment, assignment.Left, assignment.Right, model),
            PrefixUnaryExpressionSyntax prefix => OfPrefix(prefix),
            PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken } postfix =>
                [(MutantKind.Assignment, $"{postfix.Operand}--")],
            PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.MinusMinusToken } postfix =>
                [(MutantKind.Assignment, $"{postfix.Operand}++")],
            LiteralExpressionSyntax literal => OfLiteral(literal),
            InterpolatedStringExpressionSyntax => [(MutantKind.Text, "\"\"")],
            ConditionalExpressionSyntax conditional =>
                [(MutantKind.Arm, $"{conditional.WhenTrue}"), (MutantKind.Arm, $"{conditional.WhenFalse}")],
            IsPatternExpressionSyntax pattern => [.. PatternMutators.Of(pattern)],
            SwitchExpressionSyntax choice => PatternMutators.Of(choice),
            InvocationExpressionSyntax or MemberAccessExpressionSyntax => OfName(node),
            CollectionExpressionSyntax { Elements.Count: > 0 } => [(MutantKind.Initializer, "[]")],
            WithExpressionSyntax with => [(MutantKind.Initializer, $"{with.Expression}")],
            ObjectCreationExpressionSyntax { Initializer.Expressions.Count: > 0 } creation =>
                [(MutantKind.Initializer, $"new {creation.Type}{creation.ArgumentList?.ToString() ?? "()"}")],
            _ => [],
        };

    private static IEnumerable<(MutantKind, string)> OfOperator(
        ExpressionSyntax node, ExpressionSyntax left, ExpressionSyntax right, SemanticModel model)
    {
        // Text and delegates have no difference.
        ITypeSymbol? type = model.GetTypeInfo(node).Type;
        bool isOther = node.Kind() is SyntaxKind.AddExpression or SyntaxKind.AddAssignmentExpression
            && (type?.SpecialType == SpecialType.System_String || type?.TypeKind == TypeKind.Delegate);
        if (isOther || !Binary.TryGetValue(node.Kind(), out (MutantKind Kind, string[] Operators) found))
        {
            return [];
        }

        return found.Operators.Select(operation => (found.Kind, $"{left} {operation} {right}"));
    }

    private static IEnumerable<(MutantKind, string)> OfPrefix(PrefixUnaryExpressionSyntax prefix) =>
        prefix.OperatorToken.Kind() switch
        {
            SyntaxKind.ExclamationToken => [(MutantKind.Negation, $"{prefix.Operand}")],
            SyntaxKind.MinusToken or SyntaxKind.TildeToken => [(MutantKind.Arithmetic, $"{prefix.Operand}")],
            SyntaxKind.PlusPlusToken => [(MutantKind.Assignment, $"--{prefix.Operand}")],
            SyntaxKind.MinusMinusToken => [(MutantKind.Assignment, $"++{prefix.Operand}")],
            _ => [],
        };

    private static IEnumerable<(MutantKind, string)> OfLiteral(LiteralExpressionSyntax literal) =>
        literal.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => [(MutantKind.Boolean, "false")],
            SyntaxKind.FalseLiteralExpression => [(MutantKind.Boolean, "true")],
            SyntaxKind.StringLiteralExpression =>
                [(MutantKind.Text, literal.Token.ValueText.Length == 0 ? "\"mutant\"" : "\"\"")],
            SyntaxKind.Utf8StringLiteralExpression =>
                [(MutantKind.Text, literal.Token.ValueText.Length == 0 ? "\"mutant\"u8" : "\"\"u8")],
            _ => [],
        };

    private static IEnumerable<(MutantKind, string)> OfName(ExpressionSyntax node)
    {
        (MemberAccessExpressionSyntax? access, string rest) = node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } call =>
                (called, $"{call.ArgumentList}"),
            MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } value => (value, string.Empty),
            _ => (null, string.Empty),
        };
        if (access is null || !Names.TryGetValue(access.Name.Identifier.ValueText, out string? other))
        {
            return [];
        }

        TypeArgumentListSyntax? types = (access.Name as GenericNameSyntax)?.TypeArgumentList;
        return [(MutantKind.Call, $"{access.Expression}.{other}{types}{rest}")];
    }

    private static Dictionary<string, string> Pairs(params (string One, string Other)[] pairs) =>
        pairs.Concat(pairs.Select(pair => (One: pair.Other, Other: pair.One))).ToDictionary(p => p.One, p => p.Other);
}
