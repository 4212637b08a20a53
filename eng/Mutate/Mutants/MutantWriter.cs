using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Mutate.Mutants;

/// <summary>Adds all mutants of a file to its code, each behind its switch.</summary>
/// <param name="model">The semantic model of the original code.</param>
/// <param name="file">The file, as it is reported.</param>
/// <param name="firstId">The number of the first mutant.</param>
/// <param name="dropped">The mutants that don't compile.</param>
internal sealed partial class MutantWriter(SemanticModel model, string file, int firstId, IReadOnlySet<int> dropped)
    : CSharpSyntaxRewriter
{
    /// <summary>Marks the choice between a mutant and the original code.</summary>
    public const string Choice = "choice";

    /// <summary>Marks the code of a mutant.</summary>
    public const string Changed = "mutant";

    /// <summary>Marks the members; an error that belongs to no mutant is in one of them.</summary>
    public const string Member = "member";

    private readonly List<Mutant> _mutants = [];
    private int _next = firstId;

    /// <summary>All mutants, with those that don't compile.</summary>
    public IReadOnlyList<Mutant> Mutants => _mutants;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || Places.IsExcluded(node))
        {
            return node;
        }

        SyntaxNode rewritten = base.Visit(node)!;
        return node switch
        {
            ExpressionSyntax expression when Places.IsReplaceable(expression) =>
                Choose(expression, (ExpressionSyntax)rewritten),
            ExpressionStatementSyntax statement => Choose(statement, (StatementSyntax)rewritten),
            ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax
                or ReturnStatementSyntax { Expression: null } when !Places.IsEnd(node) =>
                Remove(node, (StatementSyntax)rewritten),
            MethodDeclarationSyntax { ExpressionBody: not null } method when IsVoid(method.ReturnType) =>
                Marked(WithBlock(method, (MethodDeclarationSyntax)rewritten), Member, method.SpanStart),
            MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax =>
                Marked(rewritten, Member, node.SpanStart),
            _ => rewritten,
        };
    }

    private ExpressionSyntax Choose(ExpressionSyntax node, ExpressionSyntax rewritten)
    {
        ExpressionSyntax result = rewritten;
        if (Places.DeclaresVariables(node))
        {
            // A copy would declare the variables twice.
            return model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean
                && node is IsPatternExpressionSyntax or InvocationExpressionSyntax
                ? Force(node, result)
                : result;
        }

        foreach ((MutantKind kind, string text) in MutationsOf(node))
        {
            if (Add(node, kind, text) is { } id)
            {
                result = ParenthesizedExpression(
                    ConditionalExpression(Is(id), Marked(ParseExpression(text), Changed, id), Bare(result)));
                result = Marked(result, Choice, id);
            }
        }

        return result;
    }

    private IEnumerable<(MutantKind Kind, string Text)> MutationsOf(ExpressionSyntax node)
    {
        IEnumerable<(MutantKind, string)> mutations = ExpressionMutators.Of(node, model);
        bool isCondition = node.Parent switch
        {
            IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
            ConditionalExpressionSyntax conditional => conditional.Condition == node,
            _ => false,
        };
        bool isSimple = node is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax
            or AwaitExpressionSyntax;
        return isCondition && isSimple ? mutations.Append((MutantKind.Condition, $"!{node}")) : mutations;
    }

    // Both forms keep the rules of definite assignment: one for variables of the true branch, one for the false branch.
    private ExpressionSyntax Force(ExpressionSyntax node, ExpressionSyntax rewritten)
    {
        ExpressionSyntax result = rewritten;
        if (Add(node, MutantKind.Condition, $"{node} && false") is { } never)
        {
            result = Marked(
                ParenthesizedExpression(BinaryExpression(SyntaxKind.LogicalAndExpression,
                    ParenthesizedExpression(result), Not(Is(never)))), Choice, never);
        }

        if (Add(node, MutantKind.Condition, $"{node} || true") is { } always)
        {
            result = Marked(
                ParenthesizedExpression(BinaryExpression(SyntaxKind.LogicalOrExpression,
                    ParenthesizedExpression(result), Is(always))), Choice, always);
        }

        return result;
    }

    private StatementSyntax Choose(ExpressionStatementSyntax node, StatementSyntax rewritten)
    {
        StatementSyntax result = rewritten;
        if (Places.DeclaresVariables(node))
        {
            return result;
        }

        if (node.Expression is not InvocationExpressionSyntax and not AwaitExpressionSyntax)
        {
            foreach ((MutantKind kind, string text) in ExpressionMutators.Of(node.Expression, model))
            {
                if (Add(node.Expression, kind, text) is { } id)
                {
                    StatementSyntax changed = Marked(ExpressionStatement(ParseExpression(text)), Changed, id);
                    result = Marked<StatementSyntax>(
                        IfStatement(Is(id), Block(changed), ElseClause(Block(result))), Choice, id);
                }
            }
        }

        return Remove(node, result);
    }

    private StatementSyntax Remove(SyntaxNode node, StatementSyntax rewritten) =>
        Add(node, MutantKind.Removal, string.Empty) is { } id
            ? Marked<StatementSyntax>(IfStatement(Not(Is(id)), Block(rewritten)), Choice, id)
            : rewritten;

    // A void method with an expression becomes one with a statement, which can be removed.
    private MethodDeclarationSyntax WithBlock(MethodDeclarationSyntax node, MethodDeclarationSyntax rewritten)
    {
        if (node.ExpressionBody!.Expression is ThrowExpressionSyntax || Places.DeclaresVariables(node.ExpressionBody))
        {
            return rewritten;
        }

        StatementSyntax statement = ExpressionStatement(rewritten.ExpressionBody!.Expression);
        return Add(node.ExpressionBody.Expression, MutantKind.Removal, string.Empty) is { } id
            ? rewritten.WithExpressionBody(null).WithSemicolonToken(default)
                .WithBody(Block(Marked<StatementSyntax>(IfStatement(Not(Is(id)), Block(statement)), Choice, id)))
            : rewritten;
    }

    // Returns null if the mutant is dropped.
    private int? Add(SyntaxNode node, MutantKind kind, string text)
    {
        int id = _next++;
        int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        MemberDeclarationSyntax member = node.Ancestors().OfType<MemberDeclarationSyntax>().First();
        _mutants.Add(new Mutant(
            id, file, line, NameOf(member), member.SpanStart, kind, OneLine(node.ToString()), OneLine(text)));
        return dropped.Contains(id) ? null : id;
    }

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax operation => $"operator {operation.OperatorToken.ValueText}",
        _ => $"{member.Kind()}",
    };

    // Long code is cut in the middle, where it still tells one place from another.
    private static string OneLine(string text)
    {
        string line = Spaces().Replace(Comments().Replace(text, " "), " ").Trim();
        return line.Length <= 160 ? line : $"{line[..100]} … {line[^50..]}";
    }

    private static bool IsVoid(TypeSyntax type) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static ExpressionSyntax Bare(ExpressionSyntax node) => node.WithoutTrivia();

    private static ParenthesizedExpressionSyntax Not(ExpressionSyntax node) =>
        ParenthesizedExpression(PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, node));

    private static ExpressionSyntax Is(int id) => ParseExpression($"global::{MutantSwitch.TypeName}.Is({id})");

    private static TNode Marked<TNode>(TNode node, string kind, int id)
        where TNode : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(kind, $"{id}"));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("//[^\n]*\n")]
    private static partial Regex Comments();
}
