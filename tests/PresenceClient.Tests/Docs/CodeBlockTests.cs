using Microsoft.CodeAnalysis;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs;

/// <summary>Every C# block of every page compiles, without warnings, against the packages as they are.</summary>
public class CodeBlockTests
{
    public static TheoryData<string> Places =>
        [.. CodeBlocks.Find().Where(b => !b.NeedsMicrosoftGraph).Select(b => b.Place)];

    [Fact]
    public void Readme_HasBlocks() =>
        CodeBlocks.Find().Where(b => b.Place.StartsWith("README.md", StringComparison.Ordinal)).Should().NotBeEmpty();

    [Theory]
    [MemberData(nameof(Places))]
    public void Block_OfAPage_Compiles(string place) =>
        BlockCompiler.Compile(CodeBlocks.Find().Single(b => b.Place == place)).GetDiagnostics(Test.Token)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();
}
