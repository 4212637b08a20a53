using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads the entries of a bulk answer. An entry that is no presence costs no other entry. Text that is not JSON fails
/// the whole page, because nothing that follows it can be trusted.
/// </summary>
internal static class PresenceEntriesReader
{
    // Entries that nobody asked for are left out, but each costs time and memory until then.
    private const int MostSurplus = 650;

    /// <summary>Reads the array that the reader stands on. Of two presences of one id, the last stays.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="wanted">The ids that were asked for, and whether to note where their entries are.</param>
    public static PresenceEntries Read(ref Utf8JsonReader reader, (IdPlaces Ids, bool Located) wanted)
    {
        IdPlaces ids = wanted.Ids;
        var entries = new PresenceEntries(ids.Count, wanted.Located);
        var hints = new ReadHints(ids);
        int left = ids.Count + MostSurplus;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (left-- == 0)
            {
                throw new JsonException($"The page has more than {ids.Count + MostSurplus} entries. It may have one "
                    + $"for each id that was asked for ({ids.Count}), and {MostSurplus} more.");
            }

            Utf8JsonReader start = reader;
            try
            {
                UserPresence presence = PresenceReader.Read(ref reader, ref hints, out int place);
                if (place != IdPlaces.None)
                {
                    entries.Found[place] = presence;
                    if (entries.Locations is { } locations)
                    {
                        int first = (int)start.TokenStartIndex;
                        locations[place] = (first, (int)reader.BytesConsumed - first);
                    }
                }
            }
            catch (JsonException fault) when (!Json.IsOfParser(fault))
            {
                entries.AddBroken(FindPlace(start, ids), fault);
                reader = start;
                reader.Skip();
            }
        }

        return entries;
    }

    // Null when the entry does not say whose it is. A copy of the reader reads it, since the entry may end early.
    private static int? FindPlace(Utf8JsonReader reader, IdPlaces ids)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        try
        {
            int? place = null;
            while (Json.NextProperty(ref reader))
            {
                if (Json.TakeName(ref reader).SequenceEqual("id"u8))
                {
                    place = reader.TokenType == JsonTokenType.String ? ids.Find(in reader) : null;
                }

                reader.Skip();
            }

            return place;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
