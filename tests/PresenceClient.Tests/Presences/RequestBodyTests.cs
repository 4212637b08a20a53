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
    public async Task GetAsync_ManyTimes_ReturnsWhatKiotaRents()
    {
        using var service = new BulkGraph();
        using PresenceServiceClient client = service.Connect();
        await client.Presences.GetAsync([Samples.Adele], Test.Token);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        for (int i = 0; i < Calls; i++)
        {
            await client.Presences.GetAsync([Samples.Adele], Test.Token);
        }

        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(Calls * Block / 2);
    }
}
