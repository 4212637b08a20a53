using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads the entries of a bulk answer. An entry that is not a presence does not affect the others. Text that is not
/// JSON fails the whole page, because the rest of the page can't be trusted.
/// </summary>
internal static class PresenceEntriesReader
{
    /// <summary>
    /// Reads the array at the reader's position strictly. If an id occurs twice, the last presence is kept.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="page">The page.</param>
    public static PresenceEntries Read(ref Utf8JsonReader reader, BulkPage page)
    {
        var entries = new PresenceEntries(page.Ids.Count, page.Located);
        var hints = new ReadHints(page.Ids);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            entries.CountNext();
            int start = (int)reader.TokenStartIndex;
            var strict = new StrictReader(reader, hints);
            try
            {
                UserPresence presence = PresenceReader.Read(ref strict, out int place)!;
                entries.Add(place, presence, start, (int)strict.Reader.BytesConsumed);
                reader = strict.Reader;
            }
            catch (JsonException fault) when (!Json.IsOfParser(fault))
            {
                entries.AddBroken(FindPlace(reader, page.Ids), fault);
                reader.Skip();
            }
        }

        return entries;
    }

    /// <summary>Reads the array at the reader's position by the shape of its entries.</summary>
    /// <exception cref="JsonException">
    /// An entry can't be read. The page must be read strictly, for the entries that can, and for the error.
    /// </exception>
    public static PresenceEntries ReadByShape(ref Utf8JsonReader reader, BulkPage page)
    {
        var entries = new PresenceEntries(page.Ids.Count, page.Located);
        var each = new EntryReader(page.Utf8, new ReadHints(page.Ids));
        int at = SkipSpaces(page.Utf8, (int)reader.BytesConsumed);
        bool isEmpty = page.Utf8[at..] is [(byte)']', ..];
        for (bool hasNext = !isEmpty; hasNext;)
        {
            entries.CountNext();
            UserPresence presence = each.Read(at, out int end, out int place);
            entries.Add(place, presence, at, end);
            at = SkipSpaces(page.Utf8, end);
            hasNext = page.Utf8[at..] is [(byte)',', ..];
            at = hasNext ? SkipSpaces(page.Utf8, at + 1) : at;
        }

        // For the reader, the array is empty.
        reader = new Utf8JsonReader(page.Utf8[at..], isFinalBlock: true, reader.CurrentState);
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? entries
            : throw new JsonException("The array of entries has no end.");
    }

    private static int SkipSpaces(ReadOnlySpan<byte> utf8, int at)
    {
        while (at < utf8.Length && utf8[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
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
                    ids.Find(in reader, out int found);
                    place = reader.TokenType == JsonTokenType.String ? found : null;
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
