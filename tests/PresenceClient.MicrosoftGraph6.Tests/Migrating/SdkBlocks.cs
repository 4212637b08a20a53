using Microsoft.Graph;
using PresenceClient.Emulator;
using PresenceClient.Tests.Docs;
using PresenceClient.Tests.Docs.Examples;
using PresenceClient.TestSupport;

namespace PresenceClient.MicrosoftGraph.Tests.Migrating;

/// <summary>The C# blocks of the pages that need Microsoft's SDK, and the name that they use for its client.</summary>
public static class SdkBlocks
{
    /// <summary>The page that shows each method before and after.</summary>
    public const string Page = "docs/migrating-from-microsoft-graph.md";

    /// <summary>A file that makes <c>graphClient</c> available to a block.</summary>
    public const string Context = """
        global using static SdkContext;

        internal static class SdkContext
        {
            public static Microsoft.Graph.GraphServiceClient graphClient =>
                PresenceClient.MicrosoftGraph.Tests.Migrating.SdkBlocks.Connect();
        }
        """;

    /// <summary>The blocks that need the SDK.</summary>
    internal static IEnumerable<CodeBlock> All => CodeBlocks.Find().Where(block => block.NeedsMicrosoftGraph);

    /// <summary>The blocks that the next block of the page replaces, with that block.</summary>
    internal static IEnumerable<(CodeBlock Before, CodeBlock After)> Pairs =>
        CodeBlocks.Find().Zip(CodeBlocks.Find().Skip(1)).Where(pair => pair.First.IsBefore);

    /// <summary>Connects to the tenant of the running block, signed in as its first user.</summary>
    public static GraphServiceClient Connect()
    {
        PresenceEmulator tenant = ExampleStage.Current.Graph;
        return tenant.ConnectSdk(tenant.SignIn(tenant.Users[0]));
    }
}
