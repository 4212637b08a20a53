using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

/// <summary>Reads pages and entries by shape and strictly, and compares everything that can be observed.</summary>
internal static class BothReaders
{
    /// <summary>The ids that the pages of these tests are read for.</summary>
    public static string[] Ids { get; } = [Samples.Adele, Samples.Alex, Samples.Megan];

    /// <summary>Fails if the two readings of a page differ. Returns whether the page was read.</summary>
    public static bool Compare(string page) => Compare(Encoding.UTF8.GetBytes(page), Ids);

    /// <inheritdoc cref="Compare(string)"/>
    public static bool Compare(byte[] page, string[] ids)
    {
        (Page<PresenceEntries>? ours, JsonException? ourFault) =
            Try(() => PageReader.ReadPresences(page, new IdPlaces(ids), located: true));
        (Page<PresenceEntries>? strict, JsonException? fault) = Try(() => PageReader.ReadPresencesStrictly(
            new BulkPage(Json.WithoutMark(page), new IdPlaces(ids), located: true)));
        if (!IsSame(ourFault, fault) || !IsSame(ours, strict))
        {
            string text = Encoding.Latin1.GetString(page);
            ourFault.Should().BeEquivalentTo(fault, "this is the fault of {0}", text);
            ours.Should().BeEquivalentTo(strict, "this is the content of {0}", text);
            throw new InvalidOperationException($"The readings differ for {text}");
        }

        return ours is not null;
    }

    /// <summary>
    /// Reads an entry by the shape of another one; null if that fails. Fails the test if the entry is read, and
    /// reading it strictly gives another presence, another end, or an error.
    /// </summary>
    public static UserPresence? ReadByShape(string learned, string entry)
    {
        byte[] page = Encoding.UTF8.GetBytes(learned + entry);
        int start = Encoding.UTF8.GetByteCount(learned);
        int end = 0;
        (UserPresence? presence, JsonException? fault) = Try(() =>
        {
            var shape = new EntryShape();
            shape.Learn(page, start: 0);
            var byShape = new ShapeReader(page, shape, hints: null) { Position = start };
            UserPresence? read = PresenceReader.Read(ref byShape, out _);
            end = byShape.Position;
            return read;
        });
        if (presence is not null || fault is not null)
        {
            (UserPresence? expected, JsonException? expectedFault) = Try(() =>
            {
                var tokens = new Utf8JsonReader(page.AsSpan(start));
                tokens.Read();
                var strict = new StrictReader(tokens, hints: null);
                UserPresence? read = PresenceReader.Read(ref strict, out _);
                end -= start + (int)strict.Reader.BytesConsumed;
                return read;
            });
            if (presence != expected || !IsSame(fault, expectedFault) || (presence is not null && end != 0))
            {
                presence.Should().Be(expected, "this is {0} after {1}", entry, learned);
                throw new InvalidOperationException($"The readings differ for {entry} after {learned}");
            }
        }

        return presence;
    }

    private static (T? Value, JsonException? Fault) Try<T>(Func<T> read)
    {
        try
        {
            return (read(), null);
        }
        catch (JsonException e)
        {
            return (default, e);
        }
    }

    private static bool IsSame(Page<PresenceEntries>? one, Page<PresenceEntries>? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.NextLink == other.NextLink
                && one.Items.Found.SequenceEqual(other.Items.Found)
                && one.Items.Locations!.SequenceEqual(other.Items.Locations!)
                && IsSame(one.Items.Nameless, other.Items.Nameless)
                && IsSame(one.Items.Broken ?? [], other.Items.Broken ?? []);

    private static bool IsSame(
        List<(int Place, JsonException Fault)> some, List<(int Place, JsonException Fault)> others) =>
        some.Count == others.Count
            && some.Zip(others).All(static pair =>
                pair.First.Place == pair.Second.Place && IsSame(pair.First.Fault, pair.Second.Fault));

    // The message has the position.
    private static bool IsSame(JsonException? one, JsonException? other) =>
        one?.GetType() == other?.GetType() && one?.Message == other?.Message;
}
