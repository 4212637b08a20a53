using System.Text;
using System.Text.Json;
using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

/// <summary>
/// Pages that break the shape of their entries at every place: reading by shape gives the presences and the errors of
/// the strict reader.
/// </summary>
public sealed class ShapeTests
{
    // Everything that JSON treats differently, and other bytes.
    private static readonly byte[] Bytes =
        [.. "\"\\{}[]:, \n0-eunZ"u8, 0x1F, 0x80, 0xFF];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1.5e7", "\"\"", "\"x\"", "\"Busy\"", "\"b\\u0075sy\"", "\"\\\"\"", "\"\u00fc\"",
        "\"\\ud800\"", "\"\t\"", "\"2026-08-21T09:11:46Z\"", "{}", "[]", "{\"id\":\"x\"}", "[\"x\"]", "", "x", "nul",
        "nulll", "\"", "\"x", "//x\n1",
    ];

    private static readonly JsonTree[] Entries = [Rich(0), Rich(1), Plain(2)];

    private static readonly string Whole = Page(Entries);

    // Nested objects are null in the first entry, so that its shape does not know them.
    private static readonly string Bare = Page(Plain(0), Plain(1), Plain(2));

    [Fact]
    public void Page_Truncated_IsReadAsTheStrictReaderReadsIt() =>
        Runs.ForEachSeed(Whole.Length, static length => BothReaders.Compare(Whole[..length]).Should().BeFalse());

    [Fact]
    public void Page_ByteAltered_IsReadAsTheStrictReaderReadsIt() =>
        CompareEach(static (page, at, with) => [.. page[..at], with, .. page[(at + 1)..]]).Should().BePositive();

    [Fact]
    public void Page_ByteInserted_IsReadAsTheStrictReaderReadsIt() =>
        CompareEach(static (page, at, with) => [.. page[..at], with, .. page[at..]]).Should().BePositive();

    [Fact]
    public void Page_ByteRemoved_IsReadAsTheStrictReaderReadsIt() =>
        CompareEach(static (page, at, _) => [.. page[..at], .. page[(at + 1)..]], [0]).Should().BePositive();

    /// <summary>Each token, and each nested object, becomes a value of every kind.</summary>
    [Fact]
    public void Page_ValueReplaced_IsReadAsTheStrictReaderReadsIt()
    {
        foreach (string whole in new[] { Whole, Bare })
        {
            List<Range> values = ValuesOf(whole);
            int read = 0;
            Runs.ForEachSeed(values.Count * Values.Length, seed =>
            {
                (int start, int length) = values[seed / Values.Length].GetOffsetAndLength(whole.Length);
                string page = whole.Remove(start, length).Insert(start, Values[seed % Values.Length]);
                Interlocked.Add(ref read, BothReaders.Compare(page) ? 1 : 0);
            });

            read.Should().BePositive();
        }
    }

    /// <summary>Properties in another order, missing, twice, unknown, or with another name.</summary>
    [Fact]
    public void Entry_OfAnotherShape_IsReadAsTheStrictReaderReadsIt()
    {
        JsonTree[] others = [.. Entries[1].OtherShapes()];
        others.Should().HaveCountGreaterThan(200);
        Runs.ForEachSeed(others.Length, seed =>
        {
            BothReaders.Compare(Page(Entries[0], others[seed], Entries[2])).Should().BeTrue();
            BothReaders.Compare(Page(others[seed], Entries[0], Entries[2])).Should().BeTrue();
            BothReaders.Compare(Page(Entries[0], Entries[2], others[seed])).Should().BeTrue();
            BothReaders.Compare(Page(Entries[0], others[seed], others[seed])).Should().BeTrue();
        });
    }

    /// <summary>Whatever the shape is, it is the shape of the entries that have it.</summary>
    [Fact]
    public void Entries_OfOneShape_AreReadByIt()
    {
        JsonTree[] firsts = [Entries[0], .. Entries[0].OtherShapes()];
        JsonTree[] seconds = [Entries[1], .. Entries[1].OtherShapes()];
        int presences = 0;
        Runs.ForEachSeed(firsts.Length, seed =>
        {
            string entry = seconds[seed].ToString();
            if (entry.Contains("\"id\":\"2", StringComparison.Ordinal)
                && BothReaders.ReadByShape(firsts[seed].ToString(), entry) is not null)
            {
                Interlocked.Increment(ref presences);
            }
        });

        presences.Should().BeGreaterThan(firsts.Length * 9 / 10);
    }

    /// <summary>One shape against all others: what it reads is right, and it does not read everything.</summary>
    [Fact]
    public void Entry_ByTheShapeOfAnother_IsReadRightOrNotAtAll()
    {
        JsonTree[] firsts = [Entries[0], .. Entries[0].OtherShapes()];
        JsonTree[] seconds = [Entries[1], .. Entries[1].OtherShapes()];
        (int read, int failed) = (0, 0);
        Runs.ForEachSeed(firsts.Length * seconds.Length, seed =>
        {
            (int first, int second) = Math.DivRem(seed, seconds.Length);
            bool isRead = BothReaders.ReadByShape(firsts[first].ToString(), seconds[second].ToString()) is not null;
            Interlocked.Increment(ref isRead ? ref read : ref failed);
        });

        read.Should().BePositive();
        failed.Should().BePositive();
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\r\n\t")]
    [InlineData("/**/")]
    [InlineData("\u00a0")]
    public void Page_SpaceAnywhere_IsReadAsTheStrictReaderReadsIt(string space)
    {
        int read = 0;
        Runs.ForEachSeed(Whole.Length, at =>
            Interlocked.Add(ref read, BothReaders.Compare(Whole.Insert(at, space)) ? 1 : 0));

        read.Should().BeGreaterThan(10, "a string can have spaces and comments inside");
    }

    [Theory]
    [InlineData("[{0},{1},{2}]", true)]
    [InlineData("[ {0} , {1} , {2} ]", true)]
    [InlineData("[{0}\n,{1}\r\n,\t{2}]", true)]
    [InlineData("[]", true)]
    [InlineData(" [ ] ", true)]
    [InlineData("[{0},{0},{1},{1}]", true)]
    [InlineData("[{1},null,{0},7,{2},[{0}],\"x\"]", true)]
    [InlineData("[{0},{1},{2},]", false)]
    [InlineData("[{0},{1},{2}", false)]
    [InlineData("[{0},{1} {2}]", false)]
    [InlineData("[{0},{1}{2}]", false)]
    [InlineData("[{0},,{1},{2}]", false)]
    [InlineData("[,{0},{1},{2}]", false)]
    [InlineData("[{0},{1}null]", false)]
    [InlineData("[{0},null{1}]", false)]
    [InlineData("[{0},{1}}", false)]
    [InlineData("[{0},{1}:{2}]", false)]
    [InlineData("[{0},{1}]]", false)]
    [InlineData("[{0},{1}],\"value\":[]", false)]
    [InlineData("[{0},{1}],\"@odata.nextLink\":\"https://x\",\"other\":[{0}]", true)]
    [InlineData("[{0},{1}],\"@odata.nextLink\":7", false)]
    public void Page_OfAnyArray_IsReadAsTheStrictReaderReadsIt(string array, bool isRead)
    {
        string page = $$"""{"value":{{array}}}""";
        for (int i = 0; i < Entries.Length; i++)
        {
            page = page.Replace($"{{{i}}}", Entries[i].ToString(), StringComparison.Ordinal);
        }

        BothReaders.Compare(page).Should().Be(isRead);
        BothReaders.Compare("\uFEFF" + page).Should().Be(isRead);
    }

    /// <summary>The depth is limited for a page, not for each entry.</summary>
    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void Page_DeepEntry_IsReadAsTheStrictReaderReadsIt(int depth, bool isRead)
    {
        var deep = new JsonTree(
            ("id", $"\"{Samples.Alex}\""), ("activity", "null"),
            ("deep", new string('[', depth) + new string(']', depth)));

        BothReaders.Compare(Page(deep, Entries[0])).Should().Be(isRead);
        BothReaders.Compare(Page(Entries[0], deep)).Should().Be(isRead);
    }

    [Fact]
    public void Page_ManyShapes_IsReadAsTheStrictReaderReadsIt()
    {
        JsonTree[] shapes = [.. Entries[1].OtherShapes().Take(300)];

        BothReaders.Compare(Page([.. shapes, Entries[0], .. shapes])).Should().BeTrue();
    }

    /// <summary>Only entries whose shape was learned have the same instances of equal parts.</summary>
    [Theory]
    [InlineData(15, 1, true)]
    [InlineData(16, 1, false)]
    [InlineData(1, 20, true)]
    public void Page_ManyShapes_TeachesTheFirstSixteen(int others, int entriesOfEach, bool isLearned)
    {
        string[] ids = Samples.Ids((others * entriesOfEach) + 3);
        IEnumerable<string> entries = ids.Select((id, i) =>
        {
            string spaces = new string(' ', Math.Max(others - (i / entriesOfEach), 0));
            string outOfOffice = "{\"isOutOfOffice\":true,\"message\":\"x\"}";
            return $$"""{{{spaces}}"id":"{{id}}","activity":"Away","outOfOfficeSettings":{{outOfOffice}}}""";
        });
        byte[] page = Encoding.UTF8.GetBytes($$"""{"value":[{{string.Join(',', entries)}}]}""");

        UserPresence?[] found = PageReader.ReadPresences(page, new IdPlaces(ids)).Items.Found;

        found.Should().NotContainNulls();
        ReferenceEquals(found[^1]!.OutOfOffice, found[^2]!.OutOfOffice).Should().Be(isLearned);
    }

    [Fact]
    public void Page_ObjectWithManyProperties_IsReadAsTheStrictReaderReadsIt()
    {
        for (int count = 10; count < 40; count++)
        {
            JsonTree[] wide = [.. BothReaders.Ids.Select(id => new JsonTree([
                ("id", $"\"{id}\""), .. Enumerable.Range(0, count).Select(i => ($"p{i}", (object)$"\"{i}\"")),
                ("activity", "\"Away\"")]))];

            BothReaders.Compare(Page(wide)).Should().BeTrue();
        }
    }

    /// <summary>The part of the second entry was read only to the place where the part of the third one ends.</summary>
    [Fact]
    public void Page_PartThatEndsWhereTheLastOneFailed_IsReadAsTheStrictReaderReadsIt()
    {
        string other = Away(1, "x").ToString().Replace("\"isOut", "\"y\":1,\"isOut", StringComparison.Ordinal);
        string cut = Away(2, "x").ToString().Replace(",\"isOutOfOffice\":true}", "", StringComparison.Ordinal);

        BothReaders.Compare($$"""{"value":[{{Away(0, "z")}},{{other}},{{cut}}]}""").Should().BeFalse();
    }

    [Fact]
    public void Page_SamePartsInARow_HasTheSameInstances()
    {
        UserPresence[] presences = Read(Page(Away(0, "x"), Away(1, "x"), Away(2, "y")));

        presences[1].OutOfOffice.Should().NotBeSameAs(presences[0].OutOfOffice, "the first entry is read strictly");
        presences[2].OutOfOffice!.Message.Should().Be("y");
        presences = Read(Page(Rich(0), Away(1, "x"), Away(2, "x")));
        presences[2].OutOfOffice.Should().BeSameAs(presences[1].OutOfOffice);
        presences[2].OutOfOffice.Should().Be(new OutOfOfficeSettings { IsOutOfOffice = true, Message = "x" });
    }

    [Theory]
    [InlineData(" ,")]
    [InlineData(", ")]
    [InlineData("\r\n,\t")]
    public void Page_SpacesBetweenEntries_AreReadByTheirShape(string separator)
    {
        UserPresence[] presences = Read(
            $$"""{"value":[ {{string.Join(separator, Rich(0), Away(1, "x"), Away(2, "x"))}} ]}""");

        presences[2].OutOfOffice.Should().BeSameAs(presences[1].OutOfOffice);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Page_SamePlaces_AreOneString(bool isStrict)
    {
        byte[] page = Encoding.UTF8.GetBytes(Page(BothReaders.Ids.Select((id, i) => new JsonTree(
            ("id", $"\"{id}\""), ("activity", "\"Away\""),
            ("workLocation", new JsonTree(("workLocationType", $"\"{i}\""), ("placeId", "\"building-7\"")))))));
        var ids = new IdPlaces(BothReaders.Ids);

        UserPresence?[] found = (isStrict
            ? PageReader.ReadPresencesStrictly(new BulkPage(page, ids, located: false))
            : PageReader.ReadPresences(page, ids)).Items.Found;

        found[0]!.WorkLocation!.PlaceId.Should().Be("building-7");
        found.Should().OnlyContain(p => ReferenceEquals(p!.WorkLocation!.PlaceId, found[0]!.WorkLocation!.PlaceId));
    }

    [Fact]
    public void Page_SamePartAfterNull_HasTheSameInstance()
    {
        string alex = Rich(1).ToString();
        string other = Plain(2).ToString().Replace(Samples.Megan, Samples.Team, StringComparison.Ordinal);
        string megan = alex.Replace(Samples.Alex, Samples.Megan, StringComparison.Ordinal);

        UserPresence[] presences = Read($$"""{"value":[{{Rich(0)}},{{alex}},{{other}},{{megan}}]}""");

        presences[2].WorkLocation!.PlaceId.Should().Be("p1");
        presences[2].WorkLocation.Should().BeSameAs(presences[1].WorkLocation);
    }

    [Fact]
    public void Page_OfOneShape_AllocatesNoMoreThanItsModels()
    {
        byte[] page = Encoding.UTF8.GetBytes(Page([.. Enumerable.Repeat(Plain(0), 500)]));
        Read(page);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(page);

        // A presence and its sequence number, and the shape.
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan((500 * 112) + 4_000);
    }

    /// <summary>A connection delivers the body in two pieces, split at each byte.</summary>
    [Fact]
    public async Task Body_SplitAnywhere_IsTheSamePage()
    {
        byte[] page = Encoding.UTF8.GetBytes(Whole);
        UserPresence[] expected = Read(page);
        for (int split = 1; split < page.Length; split++)
        {
            int read = 0;
            using var content = new StreamContent(new ScriptedStream((buffer, _) =>
            {
                Memory<byte> piece = page.AsMemory(read, (read < split ? split : page.Length) - read);
                piece.CopyTo(buffer);
                read += piece.Length;
                return ValueTask.FromResult(piece.Length);
            }));

            using ResponseBody body = await ResponseBody.ReadAsync(content, Test.Token);

            Read(body.Utf8.ToArray()).SequenceEqual(expected).Should().BeTrue();
        }
    }

    private static UserPresence[] Read(string page) => Read(Encoding.UTF8.GetBytes(page));

    private static UserPresence[] Read(byte[] page) =>
        [.. PageReader.ReadPresences(page, new IdPlaces(BothReaders.Ids)).Items.Found.OfType<UserPresence>()];

    private static int CompareEach(Func<byte[], int, byte, byte[]> change, byte[]? with = null)
    {
        byte[] page = Encoding.UTF8.GetBytes(Whole);
        byte[] bytes = with ?? Bytes;
        int read = 0;
        Runs.ForEachSeed(page.Length * bytes.Length, seed =>
        {
            (int at, int number) = Math.DivRem(seed, bytes.Length);
            Interlocked.Add(ref read, BothReaders.Compare(change(page, at, bytes[number]), BothReaders.Ids) ? 1 : 0);
        });
        return read;
    }

    // Every name, value and nested object of a page.
    private static List<Range> ValuesOf(string page)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(page));
        var values = new List<Range>();
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                Utf8JsonReader end = reader;
                if (end.TokenType != JsonTokenType.PropertyName)
                {
                    end.Skip();
                }

                int length = reader.TokenType == JsonTokenType.PropertyName
                    ? reader.ValueSpan.Length + 2
                    : (int)(end.BytesConsumed - reader.TokenStartIndex);
                values.Add((int)reader.TokenStartIndex..((int)reader.TokenStartIndex + length));
            }
        }

        return values;
    }

    private static string Page(params IEnumerable<JsonTree> entries) =>
        $$"""{"@odata.context":"c","value":[{{string.Join(',', entries)}}],"@odata.nextLink":null}""";

    private static JsonTree Rich(int user) => new(
        ("id", $"\"{BothReaders.Ids[user]}\""),
        ("availability", user == 0 ? "\"Busy\"" : "\"Away\""),
        ("activity", user == 0 ? "\"InACall\"" : "\"\""),
        ("statusMessage", new JsonTree(
            ("publishedDateTime", $"\"2026-08-21T09:11:4{user}.5678901Z\""),
            ("message", new JsonTree(("content", $"\"Back at {user}\""), ("contentType", "\"text\""))),
            ("expiryDateTime", new JsonTree(("dateTime", $"\"2026-09-0{user}T08:00:00\""), ("timeZone", "\"UTC\""))))),
        ("outOfOfficeSettings", new JsonTree(("message", "null"), ("isOutOfOffice", "false"))),
        ("workLocation", new JsonTree(
            ("source", "\"manual\""), ("workLocationType", "\"office\""), ("placeId", $"\"p{user}\""))),
        ("sequenceNumber", $"\"A{user}\""));

    private static JsonTree Plain(int user) => Away(user, message: null);

    private static JsonTree Away(int user, string? message) => new(
        ("id", $"\"{BothReaders.Ids[user]}\""),
        ("availability", "\"Offline\""),
        ("activity", "\"OffWork\""),
        ("statusMessage", "null"),
        ("outOfOfficeSettings", new JsonTree(
            ("message", message is null ? "null" : $"\"{message}\""),
            ("isOutOfOffice", message is null ? "false" : "true"))),
        ("workLocation", "null"),
        ("sequenceNumber", $"\"A{user}\""));
}
