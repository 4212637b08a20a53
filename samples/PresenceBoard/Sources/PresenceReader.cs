using PresenceClient;

namespace PresenceBoard;

/// <summary>Reads any number of presences. What could not be read is in the result's failures.</summary>
internal static class PresenceReader
{
    // The service takes no more ids in one request, and for now the library sends one request a call.
    private const int Limit = 650;

    public static async Task<PresenceReadResult> ReadAsync(
        PresencesClient presences, IReadOnlyList<string> ids, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        List<PresenceReadResult> parts = [];
        foreach (string[] chunk in ids.Chunk(Limit))
        {
            parts.Add(await ReadChunkAsync(presences, chunk, stop));
            progress?.Report(new LoadStep(LoadStep.Presences, Math.Min(parts.Count * Limit, ids.Count), ids.Count));
        }

        return new PresenceReadResult(
            parts.SelectMany(part => part),
            parts.SelectMany(part => part.Missing),
            parts.SelectMany(part => part.Failures));
    }

    private static async Task<PresenceReadResult> ReadChunkAsync(
        PresencesClient presences, string[] ids, CancellationToken stop)
    {
        try
        {
            return await presences.GetAsync(ids, stop);
        }
        catch (PresenceIncompleteException e)
        {
            return e.Result;
        }
    }
}
