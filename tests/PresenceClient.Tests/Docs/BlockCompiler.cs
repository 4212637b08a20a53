using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs;

/// <summary>Compiles the code of a page as the program of a new project.</summary>
internal static class BlockCompiler
{
    // A block can leave out the usings of a new project and the names that the pages use throughout.
    private const string Context = CompilerInput.ImplicitUsings + """
        global using static Context;
        using PresenceClient.Tests.Docs.Examples;

        internal static class Context
        {
            public static PresenceClient.PresenceServiceClient client => ExampleStage.Current.Client;
            public static string tenantId => ExampleStage.Current.Graph.TenantId;
            public static string clientId => ExampleStage.Current.Graph.Application.ClientId;
            public static string id => ids[0];
            public static string teamId => ExampleStage.Current.Graph.Group("Sales").Id;
            public static string[] ids => [.. ExampleStage.Current.Graph.Users.Select(user => user.Id)];
            public static string[] names =>
                [.. ExampleStage.Current.Graph.Users.Select(user => user.UserPrincipalName)];
            public static CancellationToken ct => ExampleStage.Current.Token;
        }
        """;

    // The .NET SDK does not warn about a newer version of a transitive reference.
    private static readonly Dictionary<string, ReportDiagnostic> OffInEveryProject =
        new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>Compiles a block, with further files: as a library, if it has only types.</summary>
    public static CSharpCompilation Compile(CodeBlock block, params string[] files)
    {
        SyntaxTree code = Parse(block.Code);
        bool isProgram = code.GetCompilationUnitRoot(Test.Token).Members.Any(SyntaxKind.GlobalStatement);
        return CSharpCompilation.Create(
            "Block",
            [Parse(Context), code, .. files.Select(Parse)],
            CompilerInput.Assemblies.Select(assembly => assembly.Reference),
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: OffInEveryProject));
    }

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(file, CompilerInput.Options, cancellationToken: Test.Token);
}
