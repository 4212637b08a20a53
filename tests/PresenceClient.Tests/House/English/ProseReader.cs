using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PresenceClient.Tests.Docs;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.House.English;

/// <summary>Collects the texts of the repository: comments, string literals and Markdown.</summary>
internal static partial class ProseReader
{
    /// <summary>Reads the comments, XML docs included, of handwritten C# files.</summary>
    public static IEnumerable<Prose> Comments(string file, SyntaxNode root) =>
        root.DescendantTrivia().Where(IsComment)
            .Select(trivia => At(
                file, trivia.GetLocation(), NotProse().Replace(trivia.ToFullString(), match => Blank(match, " "))));

    /// <summary>Reads the string literals; the parts of a concatenation are one text.</summary>
    public static IEnumerable<Prose> Strings(string file, SyntaxNode root) =>
        root.DescendantTokens().Where(IsText).GroupBy(Concatenation).Select(parts =>
            At(file, parts.First().GetLocation(), string.Concat(parts.Select(TextOf))));

    /// <summary>Reads the Markdown pages, without names in code spans.</summary>
    public static IEnumerable<Prose> Pages() =>
        Markdown.Pages.Select(page => new Prose(page, 1, CodeSpan().Replace(
            File.ReadAllText(Repository.PathOf(page)), match => Blank(match, "#"))));

    /// <summary>Parses the handwritten C# files below folders of the repository.</summary>
    public static IEnumerable<(string File, SyntaxNode Root)> Code(params string[] folders) =>
        HandwrittenFiles.Below(folders).Select(file =>
            (file, CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file))).GetRoot()));

    private static Prose At(string file, Location place, string text) =>
        new(file, place.GetLineSpan().StartLinePosition.Line + 1, text);

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia;

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken
        or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken || IsHole(token);

    private static bool IsHole(SyntaxToken token) =>
        token.IsKind(SyntaxKind.OpenBraceToken) && token.Parent is InterpolationSyntax;

    private static string TextOf(SyntaxToken token) => IsHole(token) ? "#" : token.ValueText;

    private static SyntaxNode Concatenation(SyntaxToken token) =>
        token.Parent!.AncestorsAndSelf().TakeWhile(node => node is ExpressionSyntax or InterpolationSyntax
                or InterpolatedStringContentSyntax)
            .LastOrDefault(node => node is BinaryExpressionSyntax or InterpolatedStringExpressionSyntax)
        ?? token.Parent!;

    // Keeps the length, so that the line of a phrase can be found.
    private static string Blank(Match match, string filler) => Character().Replace(match.Value, filler);

    // Slashes, and names in XML docs.
    [GeneratedRegex(@"^[ \t]*//+|(?:name|cref|href)=""[^""\n]*""", RegexOptions.Multiline)]
    private static partial Regex NotProse();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("[^\n]")]
    private static partial Regex Character();
}
