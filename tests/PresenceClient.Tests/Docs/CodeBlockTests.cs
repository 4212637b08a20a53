using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs;

/// <summary>Every C# block of every page compiles, without warnings, against the packages as they are.</summary>
public class CodeBlockTests
{
    // A block can leave out the usings of a new project and the names that the pages use throughout.
    private const string Context = CompilerInput.ImplicitUsings + """
        global using static Context;

        internal static class Context
        {
            public static readonly PresenceClient.PresenceServiceClient client = null!;
            public static readonly string tenantId = "", clientId = "", id = "", teamId = "";
            public static readonly string[] ids = [], names = [];
            public static readonly CancellationToken ct = default;
        }
        """;

    // The .NET SDK does not warn about a newer version of a transitive reference.
    private static readonly Dictionary<string, ReportDiagnostic> OffInEveryProject =
        new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    public static TheoryData<string> Places => [.. CodeBlocks.Find().Select(b => b.Place)];

    [Fact]
    public void Readme_HasBlocks() =>
        CodeBlocks.Find().Where(b => b.Place.StartsWith("README.md", StringComparison.Ordinal)).Should().NotBeEmpty();

    [Theory]
    [MemberData(nameof(Places))]
    public void Block_OfAPage_Compiles(string place)
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        SyntaxTree block = CSharpSyntaxTree.ParseText(
            CodeBlocks.Find().Single(b => b.Place == place).Code,
            CompilerInput.Options,
            cancellationToken: cancelled);
        bool isProgram = block.GetCompilationUnitRoot(cancelled).Members.Any(SyntaxKind.GlobalStatement);
        var compilation = CSharpCompilation.Create("Block",
            [CSharpSyntaxTree.ParseText(Context, CompilerInput.Options, cancellationToken: cancelled), block],
            CompilerInput.Assemblies.Select(assembly => assembly.Reference),
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: OffInEveryProject));

        compilation.GetDiagnostics(cancelled).Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Should().BeEmpty();
    }
}
