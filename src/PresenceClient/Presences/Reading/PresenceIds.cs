using System.Buffers;
using System.Numerics;
using PresenceClient.Users;

namespace PresenceClient.Presences;

/// <summary>Checks the ids of a bulk read and frees them of duplicates.</summary>
internal static class PresenceIds
{
    /// <summary>The ids without duplicates, ignoring case, in the order given.</summary>
    /// <remarks>
    /// A hash table of pooled numbers: a set of a million ids would be tens of megabytes to throw away at once.
    /// </remarks>
    public static string[] Distinct(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string[] distinct = [.. ids];
        int places = (int)BitOperations.RoundUpToPowerOf2((uint)distinct.Length * 2);
        int[] table = ArrayPool<int>.Shared.Rent(places);
        try
        {
            Span<int> numbers = table.AsSpan(0, places);
            numbers.Clear();
            int count = 0;
            for (int i = 0; i < distinct.Length; i++)
            {
                string id = distinct[i];
                int place = GuidComparer.Seeded.GetHashCode(UserId.ParseObjectId(id, i, nameof(ids))) & (places - 1);
                while (numbers[place] != 0
                    && !id.Equals(distinct[numbers[place] - 1], StringComparison.OrdinalIgnoreCase))
                {
                    place = (place + 1) & (places - 1);
                }

                if (numbers[place] == 0)
                {
                    distinct[count++] = id;
                    numbers[place] = count;
                }
            }

            Array.Resize(ref distinct, count);
            return distinct;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(table);
        }
    }
}
