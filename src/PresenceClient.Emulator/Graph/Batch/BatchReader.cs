using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Batch;

/// <summary>
/// Reads the body of a batch. A malformed batch fails as a whole, and none of its requests takes effect.
/// </summary>
internal static class BatchReader
{
    private const int MostRequests = 20;

    /// <summary>
    /// Returns the requests in the order of execution: the order given, but each after the requests it depends on.
    /// </summary>
    public static Outcome<List<BatchItem>> Read(GraphBody body)
    {
        if (!body.Root.TryGetProperty("requests", out JsonElement requests)
            || requests.ValueKind != JsonValueKind.Array)
        {
            return EmulatedError.BadBatch("the body must have an array of 'requests'.");
        }

        int count = requests.GetArrayLength();
        if (count is 0 or > MostRequests)
        {
            return EmulatedError.BadBatch($"it must have 1 to {MostRequests} requests, but has {count}.");
        }

        var items = new List<BatchItem>(count);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonElement request in requests.EnumerateArray())
        {
            if (!BatchItemReader.Read(request, items.Count).Succeeded(out BatchItem? item, out EmulatedError? error))
            {
                return error;
            }

            if (!ids.Add(item.Id))
            {
                return EmulatedError.BadBatch($"the id '{item.Id}' occurs twice. Ids are not case-sensitive.");
            }

            items.Add(item);
        }

        return Order(items, ids);
    }

    private static Outcome<List<BatchItem>> Order(List<BatchItem> items, HashSet<string> ids)
    {
        foreach (BatchItem item in items)
        {
            if (Array.Find(item.DependsOn, id => !ids.Contains(id)) is { } unknown)
            {
                return EmulatedError.BadBatch(
                    $"request '{item.Id}' depends on '{unknown}', which is not in the batch.");
            }
        }

        var ordered = new List<BatchItem>(items.Count);
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (ordered.Count < items.Count)
        {
            BatchItem? next = items.Find(item =>
                !done.Contains(item.Id) && Array.TrueForAll(item.DependsOn, done.Contains));
            if (next is null)
            {
                return EmulatedError.BadBatch("requests depend on each other in a circle.");
            }

            done.Add(next.Id);
            ordered.Add(next);
        }

        return ordered;
    }
}
