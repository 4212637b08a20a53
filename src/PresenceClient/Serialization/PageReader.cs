using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads a page of a collection: <c>value</c> and <c>@odata.nextLink</c>.</summary>
internal static class PageReader
{
    private delegate T ItemReader<out T>(ref Utf8JsonReader reader);

    /// <summary>Reads presences, and reuses the ids that were asked for where they come in that order.</summary>
    public static Page<UserPresence> ReadPresences(ReadOnlySpan<byte> utf8, ReadOnlySpan<string> ids = default) =>
        Read(utf8, PresenceReader.Read);

    public static Page<DirectoryUser> ReadUsers(ReadOnlySpan<byte> utf8) => Read(utf8, UserReader.Read);

    private static Page<T> Read<T>(ReadOnlySpan<byte> utf8, ItemReader<T> readItem)
    {
        Utf8JsonReader reader = Json.Start(utf8);
        Json.RequireObject(in reader, "page");
        List<T>? items = null;
        string? nextLink = null;
        while (Json.NextProperty(ref reader))
        {
            if (Json.TakeIf(ref reader, "value"u8))
            {
                items = ReadItems(ref reader, readItem);
            }
            else if (Json.TakeIf(ref reader, "@odata.nextLink"u8))
            {
                nextLink = Json.ReadText(in reader, "@odata.nextLink");
            }
            else
            {
                reader.Skip();
            }
        }

        Json.End(ref reader);
        return new Page<T>(items ?? throw new JsonException("The page has no 'value'."), nextLink);
    }

    private static List<T>? ReadItems<T>(ref Utf8JsonReader reader, ItemReader<T> readItem)
    {
        if (!Json.IsArray(in reader, "value"))
        {
            return null;
        }

        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(readItem(ref reader));
        }

        return items;
    }
}
