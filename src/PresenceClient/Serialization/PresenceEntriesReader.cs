using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads the entries of a bulk answer. An entry that is not a presence does not affect the others. Text that is not
/// JSON fails the whole page, because the rest of the page can't be trusted.
/// </summary>
internal static class PresenceEntriesReader
{
    // Entries with other ids are ignored, but each costs time and memory to read.
    private const int MostSurplus = 650;

    /// <summary>Reads the array at the reader's position. If an id occurs twice, the last presence is kept.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="wanted">The requested ids, and whether to record the positions of their entries.</param>
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
                throw new JsonException($"The page has more than {ids.Count + MostSurplus} entries. It can have one "
                    + $"for each of the {ids.Count} requested ids, and {MostSurplus} others.");
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

    // Null if the entry has no readable id. A copy of the reader is used, because the entry can end early.
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
