using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutate.Mutants;

/// <summary>Decides which code can and should be mutated.</summary>
internal static class Places
{
    /// <summary>Whether code is not mutated, with everything in it: constants, and texts for programmers.</summary>
    public static bool IsExcluded(SyntaxNode node) => node switch
    {
        AttributeListSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or PatternSyntax => true,
        SwitchLabelSyntax => true,
        TypeSyntax => node is not IdentifierNameSyntax,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        InvocationExpressionSyntax call => call.Expression.ToString() is "nameof" or "Debug.Assert"
            or "GC.SuppressFinalize",
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => IsExcluded(call),
        _ => IsMessage(node) || IsAwaitSetting(node),
    };

    /// <summary>Whether an expression can be replaced by a choice between it and a mutant.</summary>
    public static bool IsReplaceable(ExpressionSyntax node) => node.Parent switch
    {
        ExpressionStatementSyntax or RefExpressionSyntax or NameColonSyntax => false,
        ForStatementSyntax loop => loop.Condition == node,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
        // An endless loop has no other end.
        WhileStatementSyntax => !node.IsKind(SyntaxKind.TrueLiteralExpression),
        InvocationExpressionSyntax or InitializerExpressionSyntax => node is not MemberAccessExpressionSyntax
            and not AssignmentExpressionSyntax,
        AssignmentExpressionSyntax assignment => assignment.Left != node,
        _ => !IsPartOfConditionalAccess(node),
    };

    /// <summary>Whether code declares variables that code outside of it can use; it can't be copied then.</summary>
    public static bool DeclaresVariables(SyntaxNode node) => node
        .DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax and not SwitchExpressionArmSyntax)
        .Any(child => child is VariableDesignationSyntax and not DiscardDesignationSyntax);

    /// <summary>Whether a jump ends a member or a section of a switch, where the compiler requires it.</summary>
    public static bool IsEnd(SyntaxNode jump) => jump.Parent switch
    {
        SwitchSectionSyntax => true,
        BlockSyntax block when block.Parent is MemberDeclarationSyntax or AccessorDeclarationSyntax
            or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => block.Statements[^1] == jump,
        _ => false,
    };

    // The text of an exception is for people; its tests compare what matters of it.
    private static bool IsMessage(SyntaxNode node) =>
        (node.IsKind(SyntaxKind.StringLiteralExpression) || node is InterpolatedStringExpressionSyntax)
        && node.Ancestors().TakeWhile(parent => parent is not BlockSyntax and not AnonymousFunctionExpressionSyntax)
            .Any(IsFailure);

    private static bool IsFailure(SyntaxNode node) =>
        node is ThrowExpressionSyntax or ThrowStatementSyntax
        || (node is ObjectCreationExpressionSyntax creation
            && creation.Type.ToString().EndsWith("Exception", StringComparison.Ordinal));

    // ConfigureAwait: the tests have no synchronization context.
    private static bool IsAwaitSetting(SyntaxNode node) =>
        node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" };

    private static bool IsPartOfConditionalAccess(ExpressionSyntax node)
    {
        SyntaxNode left = node;
        while (left is InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            or AssignmentExpressionSyntax)
        {
            left = left.ChildNodes().First();
        }

        return left is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax;
    }
}
