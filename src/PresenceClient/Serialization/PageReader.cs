using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads a page of a collection: <c>value</c> exactly once, <c>@odata.nextLink</c> at most once.</summary>
internal static class PageReader
{
    /// <summary>
    /// The page size that directory requests ask for, which is also the most users that a page can contain.
    /// </summary>
    public const int LargestUserPage = 999;

    private delegate TItems ItemsReader<out TItems, in TArgument>(ref Utf8JsonReader reader, TArgument argument)
        where TArgument : allows ref struct;

    private delegate T ItemReader<out T>(ref Utf8JsonReader reader);

    /// <summary>Reads the presences of the requested ids.</summary>
    /// <param name="utf8">The page as UTF-8 text.</param>
    /// <param name="ids">The requested ids.</param>
    /// <param name="located">Whether to record the position of each entry, counted without a byte order mark.</param>
    public static Page<PresenceEntries> ReadPresences(ReadOnlySpan<byte> utf8, IdPlaces ids, bool located = false)
    {
        var page = new BulkPage(Json.WithoutMark(utf8), ids, located);
        try
        {
            return Read(page.Utf8, page, PresenceEntriesReader.ReadByShape);
        }
        catch (JsonException)
        {
            return ReadPresencesStrictly(page);
        }
    }

    /// <summary>Reads the presences of the requested ids token by token, from the first byte to the last.</summary>
    public static Page<PresenceEntries> ReadPresencesStrictly(BulkPage page) =>
        Read(page.Utf8, page, PresenceEntriesReader.Read);

    /// <summary>Reads directory users.</summary>
    public static Page<List<DirectoryUser>> ReadUsers(ReadOnlySpan<byte> utf8) =>
        ReadList(utf8, "users", UserReader.Read);

    /// <summary>Reads subscriptions.</summary>
    public static Page<List<PresenceSubscription>> ReadSubscriptions(ReadOnlySpan<byte> utf8) =>
        ReadList(utf8, "subscriptions", SubscriptionReader.Read);

    private static Page<TItems> Read<TItems, TArgument>(
        ReadOnlySpan<byte> utf8, TArgument argument, ItemsReader<TItems, TArgument> readItems)
        where TItems : class
        where TArgument : allows ref struct
    {
        Utf8JsonReader reader = Json.Start(utf8);
        Json.RequireObject(in reader, "page");
        TItems? items = null;
        string? nextLink = null;
        bool hasLink = false;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("value"u8))
            {
                items = items is not null ? throw Twice("value")
                    : Json.IsArray(in reader, "value") ? readItems(ref reader, argument)
                    : throw NoValue();
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
        return new Page<TItems>(items ?? throw NoValue(), nextLink);
    }

    private static JsonException NoValue() => new("The page has no 'value'. It must have one, which can be empty.");

    private static JsonException Twice(string name) => new($"The page has '{name}' twice. It must occur once.");

    private static Page<List<T>> ReadList<T>(ReadOnlySpan<byte> utf8, string items, ItemReader<T> readItem) =>
        Read(utf8, (items, readItem), ReadItems);

    private static List<T> ReadItems<T>(ref Utf8JsonReader reader, (string Name, ItemReader<T> Read) item)
    {
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == LargestUserPage)
            {
                throw new JsonException(
                    $"The page has more than {LargestUserPage} {item.Name}, the largest page size.");
            }

            items.Add(item.Read(ref reader));
        }

        return items;
    }
}
