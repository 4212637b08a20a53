using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Presences.Watching;

/// <summary>Sends the read of a page and hands the answer to the watch.</summary>
internal static class PagePoll
{
    /// <summary>Reads a page.</summary>
    /// <returns>Why some of its users could not be read; null if all were read.</returns>
    public static async Task<PresenceException?> ReadAsync(
        ClientContext context,
        WatchState state,
        PageReading reading,
        BackgroundLane lane,
        Action onThrottled,
        CancellationToken cancellationToken)
    {
        WholeAnswer? whole = null;
        BodyReader<(string? NextLink, bool IsNew)> read = (utf8, failures) =>
        {
            utf8 = Json.WithoutMark(utf8);
            if (whole is null && state.TryTake(reading, utf8, context.Time.GetUtcNow()))
            {
                return default; // The answer has no next page.
            }

            var ids = new IdPlaces(reading.Ids);
            Page<PresenceEntries> page = PageReader.ReadPresences(utf8, ids, located: true);
            whole ??= new WholeAnswer(reading.Ids);
            bool isNew = whole.Add(utf8, page.Items, failures);
            if (page.NextLink is null)
            {
                whole.End();
                state.Take(reading, whole, context.Time.GetUtcNow());
            }

            return (page.NextLink, isNew);
        };
        await ChunkRead.SendAsync(context, reading.Ids, read, onThrottled, lane, cancellationToken)
            .ConfigureAwait(false);
        return whole?.Failure;
    }
}
