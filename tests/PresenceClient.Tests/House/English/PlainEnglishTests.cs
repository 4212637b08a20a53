using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PresenceClient.Tests.House.English;

/// <summary>Docs, comments, messages and pages are in plain English: phrases that have to be read twice fail.</summary>
public partial class PlainEnglishTests
{
    [Fact]
    public void Comments_OfTheRepository_HaveNoBannedPhrase() =>
        FaultsOf(ProseReader.Code("src", "samples", "benchmarks", "eng", "tests")
                .SelectMany(code => ProseReader.Comments(code.File, code.Root)))
            .Should().BeEmpty();

    [Fact]
    public void Messages_OfPackagesAndSamples_HaveNoBannedPhrase() =>
        FaultsOf(ProseReader.Code("src", "samples").SelectMany(code => ProseReader.Strings(code.File, code.Root)))
            .Should().BeEmpty();

    [Fact]
    public void Pages_OfTheRepository_HaveNoBannedPhrase() => FaultsOf(ProseReader.Pages()).Should().BeEmpty();

    [Fact]
    public void EnumDocs_OfThePackages_SayMoreThanTheName() =>
        ProseReader.Code("src").SelectMany(code => code.Root.DescendantNodes().OfType<EnumMemberDeclarationSyntax>()
                .Where(RepeatsItsName)
                .Select(member => $"{code.File}:{LineOf(member)}: {member.Identifier.Text}"))
            .Should().BeEmpty("the docs of a value say when it applies");

    [Theory]
    [InlineData("The id is no GUID.", "is no")]
    [InlineData("Failed for\ngood.", "for\ngood")]
    [InlineData("A permission that does.", "that does")]
    [InlineData("What may pass is tried again.", "What may pass")]
    [InlineData("It stands beside the handler.", "beside")]
    public void Find_BannedPhrase_IsFound(string text, string phrase) =>
        BannedPhrases.Find(text).Select(fault => fault.Phrase).Should().Contain(phrase);

    [Theory]
    [InlineData("There is no current presence.")]
    [InlineData("The user is no longer watched.")]
    [InlineData("As SetAsync does: it sends a request.")]
    public void Find_PlainSentence_IsNotFound(string text) => BannedPhrases.Find(text).Should().BeEmpty();

    [Theory]
    [InlineData("Busy: Busy.", true)]
    [InlineData("Busy.", true)]
    [InlineData("Busy / Busy.", true)]
    [InlineData("The user chose Busy.", false)]
    public void EnumDocs_ThatRepeatTheName_AreFound(string summary, bool found) =>
        Parse($"enum E {{ /// <summary>{summary}</summary>\n Busy }}").DescendantNodes()
            .OfType<EnumMemberDeclarationSyntax>().Any(RepeatsItsName).Should().Be(found);

    [Fact]
    public void Faults_OfAMessageInTwoParts_NameTheLine()
    {
        CompilationUnitSyntax root = Parse("class C\n{\n    string s = $\"{1} gives \" + \"back\";\n}");

        ProseReader.Strings("C.cs", root).SelectMany(prose => prose.FindFaults()).Should().ContainSingle()
            .Which.Should().StartWith("C.cs:3: 'gives back'");
    }

    // A text, since the assertion would print only the first items of a list.
    private static string FaultsOf(IEnumerable<Prose> texts) =>
        string.Join('\n', texts.SelectMany(prose => prose.FindFaults()));

    private static CompilationUnitSyntax Parse(string code) => SyntaxFactory.ParseCompilationUnit(code);

    private static bool RepeatsItsName(EnumMemberDeclarationSyntax member)
    {
        string docs = string.Concat(member.GetLeadingTrivia().Select(trivia => trivia.ToFullString()));
        string[] words = [.. Words(Tag().Replace(docs, " "))];
        return words.Length > 0 && !words.Except(Words(member.Identifier.Text)).Any();
    }

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(match => match.Value.ToUpperInvariant());

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z](?![a-z])")]
    private static partial Regex Word();
}
