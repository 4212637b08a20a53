using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks.LargeRead;

/// <summary>
/// Reads all users of an emulated tenant over loopback HTTP, with this package and with Microsoft's SDK and manual
/// chunks.
/// </summary>
internal static class LargeReadRun
{
    private const int Chunk = 650;
    private const int AtOnce = 4;
    private const int Rounds = 5;

    public static async Task RunAsync(TextWriter output, int users, CancellationToken cancellationToken)
    {
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync(users, cancellationToken);
        string[] ids = await emulator.ReadIdsAsync(cancellationToken);
        string token = await emulator.SignInAsync(cancellationToken);
        using var ourCounter = new RequestCounter();
        using var theirCounter = new RequestCounter();
        using PresenceServiceClient client = ThisPackage.Open(ourCounter, token, emulator.Address);
        Func<Task<int>> ours = async () => (await client.Presences.GetAsync(ids, cancellationToken)).Count;
        Func<Task<int>> theirs = Peers.MicrosoftGraph.ReadInChunks(
            theirCounter, token, emulator.Address, ids, Chunk, AtOnce);

        // An unmeasured run, which compiles both clients and lets the emulator create the presences.
        await ours();
        await theirs();
        List<ReadCost> ourCosts = [];
        List<ReadCost> theirCosts = [];
        for (int round = 0; round < Rounds; round++)
        {
            ourCosts.Add(await ReadCost.MeasureAsync(ours, ourCounter));
            theirCosts.Add(await ReadCost.MeasureAsync(theirs, theirCounter));
        }

        await output.WriteLineAsync(ReadCost.Header);
        await output.WriteLineAsync(ReadCost.Median(ourCosts).Describe("PresenceClient"));
        await output.WriteLineAsync(ReadCost.Median(theirCosts).Describe("MicrosoftGraph"));
    }
}
