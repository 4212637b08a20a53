using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// Finds the entries in which an answer differs from the last one. Only those are read. If the bytes between the
/// entries or the order of the entries differ, or if an entry cannot be read, the answer must be read as a whole.
/// </summary>
internal static class PageComparison
{
    /// <summary>Returns the entries that differ, in their order; null if the answer must be read as a whole.</summary>
    /// <param name="image">The last answer.</param>
    /// <param name="slots">The users of the page.</param>
    /// <param name="utf8">The answer.</param>
    public static List<ChangedEntry>? Find(PageImage image, ReadOnlySpan<Slot> slots, ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> old = image.Utf8;
        ReadOnlySpan<ImageEntry> entries = image.Entries;
        var changes = new List<ChangedEntry>();
        var each = new EntryReader(utf8, hints: null);
        int at = 0;
        int shift = 0;
        for (int entry = 0; ; entry++)
        {
            at += old[at..].CommonPrefixLength(utf8[(at + shift)..]);
            if (at == old.Length)
            {
                return at + shift == utf8.Length ? changes : null;
            }

            while (entry < entries.Length && entries[entry].End <= at)
            {
                entry++;
            }

            if (entry == entries.Length || at < entries[entry].Start || entries[entry].Place == PageImage.None)
            {
                return null;
            }

            int start = entries[entry].Start + shift;
            UserPresence? presence = Read(ref each, start, slots[entries[entry].Place].Id, out int end);
            if (presence is null)
            {
                return null;
            }

            changes.Add(new ChangedEntry((short)entry, presence, end - start));
            at = entries[entry].End;
            shift = end - at;
        }
    }

    // Null if it cannot be read, or belongs to another user.
    private static UserPresence? Read(ref EntryReader each, int start, string id, out int end)
    {
        try
        {
            UserPresence presence = each.Read(start, out end, out _);
            return id.Equals(presence.Id, StringComparison.OrdinalIgnoreCase) ? presence : null;
        }
        catch (JsonException)
        {
            end = start;
            return null;
        }
    }
}
