using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PresenceClient.Tests.House;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The tests that pages name as <c>Class.Method</c>, and those that exist.</summary>
internal static partial class TestNames
{
    /// <summary>Returns the tests that a text names.</summary>
    public static IEnumerable<string> In(string text) =>
        NamedTest().Matches(text).Select(static match => match.Groups[1].Value);

    /// <summary>Returns the tests below a folder, from their code, because they can be in another program.</summary>
    public static HashSet<string> Below(string folder) =>
    [
        .. HandwrittenFiles.Below(folder)
            .Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file))).GetRoot())
            .SelectMany(static root => root.DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(static method => method.AttributeLists.SelectMany(static list => list.Attributes)
                .Any(static attribute => attribute.Name.ToString() is "Fact" or "Theory"))
            .Select(static method => $"{((TypeDeclarationSyntax)method.Parent!).Identifier}.{method.Identifier}"),
    ];

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex NamedTest();
}
