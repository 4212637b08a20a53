using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.House;

/// <summary>The rules of CONTRIBUTING that a test can check.</summary>
public partial class HouseRulesTests
{
    private const int MostLines = 400;

    private const int MostLinesOfTheClient = 200;

    private const int MostColumns = 120;

    private static readonly string[] Folders = ["src", "tests", "benchmarks", "samples", "eng"];

    [Fact]
    public void Files_Handwritten_AreSmallAndNarrow()
    {
        Lines().GroupBy(l => l.File).Where(file => file.Count() > MostLinesOf(file.Key)).Select(file => file.Key)
            .Should().BeEmpty();
        Lines().Where(l => l.Text.Length > MostColumns).Select(l => $"{l.File}:{l.Number}")
            .Should().BeEmpty();
    }

    [Fact]
    public void Suppressions_OfWarnings_HaveTheirReasons()
    {
        string[] attributes = [.. Handwritten().SelectMany(file =>
            Suppression().Matches(File.ReadAllText(Repository.PathOf(file))).Select(m => $"{file}: {m.Value}"))];
        IEnumerable<string> pragmas = Lines().Select(l => l.Text.TrimStart())
            .Where(text => text.StartsWith("#pragma warning disable", StringComparison.Ordinal));

        attributes.Should().NotBeEmpty();
        attributes.Should().OnlyContain(s => s.Contains("Justification = \"", StringComparison.Ordinal));
        pragmas.Where(text => !text.Contains(" // ", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Severity_TurnedOff_HasItsReasonAbove()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf(".editorconfig"));
        string[] off = [.. lines.Where(line => line.EndsWith("severity = none", StringComparison.Ordinal))];

        off.Should().NotBeEmpty();
        off.Should().OnlyContain(line => Reason().IsMatch(lines[Array.IndexOf(lines, line) - 1]));
    }

    [Fact]
    public void Locals_OfANewObject_AreDeclaredWithVar()
    {
        IEnumerable<string> declarations = Handwritten().SelectMany(file =>
            CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file))).GetRoot().DescendantNodes()
                .OfType<VariableDeclarationSyntax>().Where(IsLocalOfTargetTypedNew).Select(d => $"{file}: {d}"));

        declarations.Should().BeEmpty("a local reads 'var x = new T()' in this repository");
    }

    [Fact]
    public void Assertions_OfTasks_AreAwaited()
    {
        IEnumerable<string> lost = HandwrittenFiles.Below(["tests"]).SelectMany(file =>
            CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file))).GetRoot().DescendantNodes()
                .OfType<ExpressionStatementSyntax>().Where(IsLostAssertion).Select(s => $"{file}: {s}"));

        lost.Should().BeEmpty("an assertion whose task nothing awaits cannot fail");
    }

    private static bool IsLostAssertion(ExpressionStatementSyntax statement) =>
        statement.Expression is InvocationExpressionSyntax call
        && call.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
            .Any(member => TaskAssertion().IsMatch(member.Name.Identifier.Text))
        && !call.DescendantNodes().Any(node => node is AwaitExpressionSyntax or LambdaExpressionSyntax
            && node.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                .Any(member => TaskAssertion().IsMatch(member.Name.Identifier.Text)));

    private static int MostLinesOf(string file) =>
        file.StartsWith("src/PresenceClient/", StringComparison.Ordinal) ? MostLinesOfTheClient : MostLines;

    private static bool IsLocalOfTargetTypedNew(VariableDeclarationSyntax declaration) =>
        declaration is
        {
            Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax or ForStatementSyntax,
            Type: not NullableTypeSyntax,
            Variables: [{ Initializer.Value: ImplicitObjectCreationExpressionSyntax }],
        };

    private static IEnumerable<string> Handwritten() => HandwrittenFiles.Below(Folders);

    private static IEnumerable<(string File, int Number, string Text)> Lines() => Handwritten().SelectMany(file =>
        File.ReadLines(Repository.PathOf(file)).Select((text, i) => (file, i + 1, text)));

    [GeneratedRegex("^(Not)?(Throw|ThrowExactly|ThrowWithin|Complete|CompleteWithin)Async$")]
    private static partial Regex TaskAssertion();

    [GeneratedRegex(@"\[(assembly: )?SuppressMessage\([^\]]*\]")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"^# [A-Za-z]+\d+: .+\.$")]
    private static partial Regex Reason();
}
