using PresenceClient.Benchmarks.LargeWatch;
using PresenceClient.Benchmarks.Payloads;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>The budgets of this repository. A ratio is a share of the peer's cost for the same work.</summary>
internal static class BudgetTable
{
    private const string Graph = nameof(BulkReadBenchmarks.MicrosoftGraph);
    private const string Json = nameof(BulkReadBenchmarks.SystemTextJson);
    private const string Tokens = nameof(BulkReadBenchmarks.Tokens);
    private const string Kiota = nameof(BulkReadBenchmarks.KiotaModels);

    private static readonly Contest<BulkReadBenchmarks> PlainRead = new(
        "bulk answer to models, plain", new() { Payload = PayloadKind.Plain }, it => it.Setup());

    private static readonly Contest<BulkReadBenchmarks> RichRead = new(
        "bulk answer to models, rich", new() { Payload = PayloadKind.Rich }, it => it.Setup());

    private static readonly Contest<BulkCallBenchmarks> PlainCall = new(
        "whole bulk call, plain", new() { Payload = PayloadKind.Plain }, it => it.Setup());

    private static readonly Contest<LoaderBenchmarks> Loader = new(
        "10,000 reads through the loader", new() { Payload = PayloadKind.Plain }, it => it.Setup());

    private static readonly Contest<SingleReadBenchmarks> SingleRead = new(
        "single read, whole call", new() { Payload = PayloadKind.Plain }, it => it.Setup());

    private static readonly Contest<RequestBodyBenchmarks> RequestBody = new(
        "request body of 650 ids", new(), _ => { });

    private static readonly Contest<UnchangedPageBenchmarks> UnchangedPage = new(
        "unchanged page of a watch", new() { Payload = PayloadKind.Plain }, it => it.Setup());

    private static readonly Contest<ChangedPageBenchmarks> ChangedPage = new(
        "page of a watch with 1 % changed", new() { Payload = PayloadKind.Plain }, it => it.Setup());

    public static IReadOnlyList<Budget> Rows { get; } = [.. OlderGraph.AddTo(
    [
        PlainRead.Time(Graph, 1 / 40.0),
        PlainRead.Bytes(Graph, 1 / 60.0),
        PlainRead.Time(Json, 0.52),
        PlainRead.Bytes(Json, 0.37),
        PlainRead.Time(Tokens, 0.8),
        RichRead.Time(Graph, 1 / 26.0),
        RichRead.Bytes(Graph, 1 / 50.0),
        RichRead.Time(Json, 0.56),
        RichRead.Bytes(Json, 0.43),
        RichRead.Time(Tokens, 1.1),
        PlainCall.Time(Json, 0.5),
        PlainCall.Bytes(Json, 0.29),
        PlainCall.Time(Graph, 1 / 20.0),
        PlainCall.Bytes(Graph, 1 / 60.0),
        Loader.Count("requests", 17, it => it.CountRequestsAsync()),
        Loader.Cpu(Graph, 1 / 20.0),
        Loader.Bytes(Graph, 1 / 24.0),
        SingleRead.Time(Graph, 0.33),
        SingleRead.Bytes(Graph, 0.38),
        SingleRead.Count("bytes", 6 * 1024, it => it.CountBytesAsync()),
        SingleRead.Time(Json, 2.5),
        SingleRead.Bytes(Json, 2.5),
        RequestBody.Time(Kiota, 0.1),
        UnchangedPage.Time(Tokens, 0.05),
        UnchangedPage.Count("bytes", 1, it => it.CountBytesAsync()),
        ChangedPage.Time(Tokens, 0.2),
        new("watch of 1,000,000 users: memory of a user", 512, "bytes",
            cancel => WatchMemory.BytesOfUserAsync(1_000_000, cancel)),
        new("watch of 1,000,000 users: memory of a user / of 100,000", 1.1, "",
            cancel => WatchMemory.GrowthAsync(1_000_000, cancel)),
        .. EmulatorBudgets.Create(EmulatorBudgets.Population),
        new("published size / MicrosoftGraph", 1 / 20.0, "", PublishedSize.CompareAsync),
    ])];
}
