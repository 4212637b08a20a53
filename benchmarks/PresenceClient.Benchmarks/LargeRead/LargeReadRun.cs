using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks.LargeRead;

/// <summary>
/// Reads all users of an emulated tenant over loopback HTTP, by this package and by Microsoft's SDK with chunks by hand.
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

        await output.WriteLineAsync(ReadCost.Header);
        for (int round = 0; round < Rounds; round++)
        {
            // The first round compiles both clients, and the emulator makes the presences.
            string note = round == 0 ? " (first)" : "";
            await WriteAsync(output, "PresenceClient" + note, ours, ourCounter);
            await WriteAsync(output, "MicrosoftGraph" + note, theirs, theirCounter);
        }

    }

    private static async Task WriteAsync(
        TextWriter output, string client, Func<Task<int>> read, RequestCounter counter) =>
        await output.WriteLineAsync((await ReadCost.MeasureAsync(read, counter)).Describe(client));
}
