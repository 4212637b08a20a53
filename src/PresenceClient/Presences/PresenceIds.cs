using PresenceClient.Users;

namespace PresenceClient.Presences;

/// <summary>Checks the ids of a bulk read and frees them of duplicates.</summary>
internal static class PresenceIds
{
    /// <summary>The ids without duplicates, ignoring case, in the order given.</summary>
    public static string[] Distinct(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<string> distinct = [];
        int index = 0;
        foreach (string id in ids)
        {
            if (seen.Add(UserId.RequireObjectId(id, index++, nameof(ids))))
            {
                distinct.Add(id);
            }

            if (distinct.Count > ChunkRead.Limit)
            {
                throw new ArgumentException($"There are more than {ChunkRead.Limit} different ids, which is what one request "
                    + $"takes. Read them in chunks (ids.Chunk({ChunkRead.Limit})).", nameof(ids));
            }
        }

        return [.. distinct];
    }
}
