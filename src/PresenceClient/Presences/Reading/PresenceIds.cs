using System.Buffers;
using System.Numerics;
using PresenceClient.Users;

namespace PresenceClient.Presences;

/// <summary>Validates the ids of a bulk read and removes duplicates.</summary>
internal static class PresenceIds
{
    /// <summary>Returns GUIDs as texts.</summary>
    public static IEnumerable<string> Texts(IEnumerable<Guid> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Select(static id => id.ToString());
    }

    /// <summary>Returns the ids without duplicates, ignoring case, in the order given.</summary>
    /// <remarks>
    /// The hash table is a pooled array of numbers: a set of a million ids would allocate tens of megabytes.
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
