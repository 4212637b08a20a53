using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads a page of a collection: <c>value</c> and <c>@odata.nextLink</c>, each at most once.</summary>
internal static class PageReader
{
    private delegate T ItemReader<out T>(ref Utf8JsonReader reader, ref ReadHints hints);

    /// <summary>Reads presences; the strings of ids that were asked for, and come in that order, are reused.</summary>
    public static Page<UserPresence> ReadPresences(ReadOnlySpan<byte> utf8, ReadOnlySpan<string> ids = default) =>
        Read(utf8, ids, PresenceReader.Read);

    public static Page<DirectoryUser> ReadUsers(ReadOnlySpan<byte> utf8) =>
        Read(utf8, [], static (ref reader, ref _) => UserReader.Read(ref reader));

    private static Page<T> Read<T>(ReadOnlySpan<byte> utf8, ReadOnlySpan<string> ids, ItemReader<T> readItem)
    {
        Utf8JsonReader reader = Json.Start(utf8);
        Json.RequireObject(in reader, "page");
        List<T>? items = null;
        string? nextLink = null;
        bool hasLink = false;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("value"u8))
            {
                items = items is null ? ReadItems(ref reader, ids, readItem) ?? throw NoValue() : throw Twice("value");
            }
            else if (name.SequenceEqual("@odata.nextLink"u8))
            {
                nextLink = hasLink ? throw Twice("@odata.nextLink") : Json.ReadText(in reader, "@odata.nextLink");
                hasLink = true;
            }
            else
            {
                reader.Skip();
            }
        }

        Json.End(ref reader);
        return new Page<T>(items ?? throw NoValue(), nextLink);
    }

    private static JsonException NoValue() => new("The page has no 'value'. It must have one, which can be empty.");

    private static JsonException Twice(string name) => new($"The page has '{name}' twice. It must have it once.");

    private static List<T>? ReadItems<T>(
        ref Utf8JsonReader reader, ReadOnlySpan<string> ids, ItemReader<T> readItem)
    {
        if (!Json.IsArray(in reader, "value"))
        {
            return null;
        }

        List<T> items = new(ids.Length);
        ReadHints hints = new(ids);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(readItem(ref reader, ref hints));
        }

        return items;
    }
}
