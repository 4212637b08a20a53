using PresenceClient.Tests.Diagnostics;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

/// <summary>The cost of request bodies. It is measured for the whole process, so no other test runs.</summary>
[Collection(nameof(Listening))]
public sealed class RequestBodyTests
{
    private const int Calls = 200;

    // Kiota's writers rent blocks of this size from a pool of their own.
    private const int Block = 128 * 1024;

    [Fact]
    public Task GetAsync_ManyTimes_ReturnsWhatKiotaRents() =>
        ReturnsWhatKiotaRentsAsync(client => client.Presences.GetAsync([Samples.Adele], Test.Token));

    [Fact]
    public Task SetAsync_ManyTimes_ReturnsWhatKiotaRents() => ReturnsWhatKiotaRentsAsync(
        client => client.Users[Samples.Adele].Session.SetAsync(SessionPresence.Away, null, Test.Token));

    private static async Task ReturnsWhatKiotaRentsAsync(Func<PresenceServiceClient, Task> call)
    {
        using var graph = new FakeGraph(Answers.Presences);
        await call(graph.Client);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        for (int i = 0; i < Calls; i++)
        {
            await call(graph.Client);
        }

        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(Calls * Block / 2);
    }
}
