using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.Graph.Models;
using PresenceClient.Tests.Docs;
using PresenceClient.Tests.Docs.Examples;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.MicrosoftGraph.Tests.Migrating;

/// <summary>The blocks of pages that need Microsoft's SDK compile, and their replacements do the same.</summary>
public sealed partial class SdkBlockTests
{
    // Between these times a session of 30 minutes and a preference of an hour end.
    private static readonly TimeSpan[] Looks =
        [.. new[] { 0, 29, 2, 28, 2 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    private static readonly string[] Methods =
    [
        "GET /v1.0/me/presence", "GET /v1.0/users/{id}/presence", "GET /v1.0/communications/presences/{id}",
        "POST /v1.0/communications/getPresencesByUserId", "POST /v1.0/users/{id}/presence/setPresence",
        "POST /v1.0/users/{id}/presence/clearPresence", "POST /v1.0/users/{id}/presence/setUserPreferredPresence",
        "POST /v1.0/users/{id}/presence/clearUserPreferredPresence", "POST /v1.0/users/{id}/presence/setStatusMessage",
    ];

    public static TheoryData<string> Places => [.. SdkBlocks.All.Select(block => block.Place)];

    public static TheoryData<string> Pairs => [.. SdkBlocks.Pairs.Select(pair => pair.Before.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Block_ForTheSdk_Compiles(string place) =>
        BlockCompiler.Compile(SdkBlocks.All.Single(block => block.Place == place), SdkBlocks.Context)
            .GetDiagnostics(Test.Token).Where(d => d.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task After_DoesAndPrintsTheSameAsBefore(string place)
    {
        (CodeBlock before, CodeBlock after) = SdkBlocks.Pairs.Single(pair => pair.Before.Place == place);

        Trace sdk = await RunAsync(before, before.Setup, SdkBlocks.Context);
        Trace ours = await RunAsync(after, before.Setup);

        ours.Should().BeEquivalentTo(sdk, options => options.WithStrictOrdering());
    }

    /// <summary>The nine methods of the presence API each have a pair.</summary>
    [Fact]
    public async Task Pairs_ReachEachMethod()
    {
        var requests = new List<string>();
        foreach ((CodeBlock before, _) in SdkBlocks.Pairs)
        {
            requests.AddRange((await RunAsync(before, before.Setup, SdkBlocks.Context)).Requests);
        }

        requests.Select(request => request[..request.LastIndexOf(' ')]).Should().Contain(Methods);
    }

    /// <summary>The table of the page names the types that need an alias in a file with both libraries.</summary>
    [Fact]
    public void Clashes_OfThePage_AreThoseOfBothLibraries()
    {
        string[] named = [.. ClashRow().Matches(File.ReadAllText(Repository.PathOf(SdkBlocks.Page)))
            .Select(row => row.Groups[1].Value)];
        IEnumerable<string> ours = typeof(PresenceServiceClient).Assembly.GetExportedTypes().Select(type => type.Name);
        IEnumerable<string> sdk = typeof(Presence).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(Presence).Namespace).Select(type => type.Name);
        string[] clashes = [.. ours.Intersect(sdk)];

        // Version 5 has not all of the types of version 6.
        clashes.Should().NotBeEmpty().And.BeSubsetOf(named);
        if (typeof(Presence).Assembly.GetName().Version!.Major > 5)
        {
            clashes.Should().BeEquivalentTo(named);
        }
    }

    private static async Task<Trace> RunAsync(CodeBlock block, string setup, params string[] files)
    {
        await using ExampleStage stage = await ExampleStage.StartAsync(Test.Token);
        string id = stage.Graph.Users[0].Id;
        await ExampleRun.RunAsync(
            block with { Setup = $"stage.SignIn(adele); adele.GoAway(); {setup}" }, stage, files);
        string[] requests = [.. stage.Graph.Requests
            .Select(request => $"{request.Method} {request.Path}{request.Query} {request.Status}")
            .Select(request => request.Replace(id, "{id}", StringComparison.Ordinal))];

        var looks = new List<Look>();
        foreach (TimeSpan time in Looks)
        {
            stage.Graph.Advance(time);
            UserPresence seen = await stage.Client.Me.GetPresenceAsync(Test.Token);
            looks.Add(new Look(
                seen.AvailabilityText,
                seen.ActivityText,
                seen.StatusMessage?.Content,
                seen.StatusMessage?.ExpiresAt));
        }

        return new Trace([.. stage.Output.Lines], requests, looks);
    }

    [GeneratedRegex(@"^\| `(\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex ClashRow();

    private sealed record Trace(IReadOnlyList<string> Lines, IReadOnlyList<string> Requests, IReadOnlyList<Look> Looks);

    private sealed record Look(string? Availability, string? Activity, string? Message, DateTimeOffset? Expiry);
}
