using System.Text;
using PresenceClient.Presences.Watching;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Comparing the bytes of an answer with those of the last one.</summary>
public sealed class PageComparisonTests
{
    private static readonly string[] Ids = [Samples.Adele, Samples.Alex, Samples.Megan];

    private readonly List<string> _before =
        [.. Ids.Select(id => WatchedTenant.Entry(id, "Available", "Available", "A1"))];

    [Fact]
    public void Find_TheSameAnswer_HasNoChange() => Find(Page(_before)).Should().BeEmpty();

    [Theory]
    [InlineData(0, "Busy", "InACall")] // Shorter.
    [InlineData(1, "DoNotDisturb", "UrgentInterruptionsOnly")] // Longer.
    [InlineData(2, "BusyIdle1", "Available")] // As long.
    public void Find_OneEntryChanged_IsTheOnlyOneThatIsRead(int place, string availability, string activity)
    {
        List<string> now = [.. _before];
        now[place] = WatchedTenant.Entry(Ids[place], availability, activity, "A2");

        ChangedEntry change = Find(Page(now)).Should().ContainSingle().Which;

        change.Entry.Should().Be((short)place);
        change.Presence.AvailabilityText.Should().Be(availability);
        change.Length.Should().Be(Encoding.UTF8.GetByteCount(now[place].Trim()));
    }

    [Fact]
    public void Find_EntryWithItsIdInOtherCase_IsTheOnlyOneThatIsRead()
    {
        string upper = Samples.Alex.ToUpperInvariant();
        List<string> now = [_before[0], WatchedTenant.Entry(upper, "Busy", "Busy", "A2"), _before[2]];

        Find(Page(now)).Should().ContainSingle().Which.Entry.Should().Be(1);
    }

    [Fact]
    public void Find_EveryEntryChanged_ReadsAll()
    {
        List<string> now = [.. Ids.Select((id, i) => WatchedTenant.Entry(id, "Busy", new string('x', i * 7), "A2"))];

        Find(Page(now))!.Select(c => c.Presence.ActivityText!.Length).Should().Equal(0, 7, 14);
    }

    [Fact]
    public void Replace_AfterAComparison_HoldsTheNewEntries()
    {
        (PageImage image, Slot[] slots) = Image(Page(_before));
        List<string> now = [.. Ids.Select((id, i) => WatchedTenant.Entry(id, "Busy", new string('x', i * 7), "A2"))];
        byte[] page = Page([now[0], _before[1], now[2]]);
        image.Replace(page, PageComparison.Find(image, slots, page)!.ToArray());

        image.Utf8.ToArray().Should().Equal(page);
        Enumerable.Range(0, 3).Select(i => image.Read((short)i)!.ActivityText!.Length).Should().Equal(0, 9, 14);
        PageComparison.Find(image, slots, page).Should().BeEmpty();
    }

    public static TheoryData<string, Func<List<string>, byte[]>> OtherShapes { get; } = new()
    {
        { "order", now => Page([now[1], now[0], now[2]]) },
        { "fewer", now => Page(now[..2]) },
        { "fewer, from the middle", now => Page([now[0], now[2]]) },
        { "none", _ => Page([]) },
        { "more", now => Page([.. now, WatchedTenant.Entry(Samples.RequestId, "Away", "Away", null)]) },
        { "twice", now => Page([now[0], now[0], now[1], now[2]]) },
        { "context", now => [.. "{ \"@odata.context\": \"x\","u8, .. Page(now).AsSpan(1)] },
        {
            "space",
            now => Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(Page(now)).Replace("},{", "} , {", StringComparison.Ordinal))
        },
        { "next page", now => [.. Page(now).AsSpan()[..^1], .. ",\"@odata.nextLink\":\"x\"}"u8] },
        { "broken entry", now => Page([now[0], "null", now[2]]) },
        { "entry of another kind", now => Page([now[0], "{\"id\":7}", now[2]]) },
        { "bytes after the end", now => [.. Page(now), .. " "u8] },
        { "cut off", now => Page(now)[..^20] },
        { "empty", _ => [] },
        { "no JSON", _ => "<html>"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(OtherShapes))]
    public void Find_AnotherShape_MustBeReadAsAWhole(string name, Func<List<string>, byte[]> page) =>
        Find(page(_before)).Should().BeNull(name);

    /// <summary>Random changes: comparing gives the same result as reading the whole answer.</summary>
    [Fact]
    public void Find_RandomAnswers_SaysWhatTheWholeReadingSays()
    {
        var random = new Random(1);
        int compared = 0;
        for (int round = 0; round < 2_000; round++)
        {
            byte[] page = Mutate(Page(Ids.Select(id => random.Next(3) == 0
                ? WatchedTenant.Entry(id, "Busy", new string('y', random.Next(30)), $"A{random.Next(9)}")
                : _before[Array.IndexOf(Ids, id)])), random);
            if (Find(page) is not { } changes)
            {
                continue;
            }

            compared++;
            UserPresence?[] found = PageReader.ReadPresences(page, new IdPlaces(Ids)).Items.Found;
            for (int place = 0; place < Ids.Length; place++)
            {
                UserPresence expected = changes.Find(c => c.Entry == place).Presence
                    ?? PresenceReader.ReadOne(Encoding.UTF8.GetBytes(_before[place]));
                found[place].Should().Be(expected);
            }
        }

        compared.Should().BeGreaterThan(500);
    }

    private static byte[] Mutate(byte[] page, Random random)
    {
        if (random.Next(3) == 0)
        {
            page[random.Next(page.Length)] = (byte)random.Next(32, 127);
        }

        return page;
    }

    private static byte[] Page(IEnumerable<string> entries) =>
        Encoding.UTF8.GetBytes($$"""{"value":[{{string.Join(',', entries.Select(e => e.Trim()))}}]}""");

    private List<ChangedEntry>? Find(byte[] page)
    {
        (PageImage image, Slot[] slots) = Image(Page(_before));
        return PageComparison.Find(image, slots, page);
    }

    private static (PageImage Image, Slot[] Slots) Image(byte[] page)
    {
        PresenceEntries read = PageReader.ReadPresences(page, new IdPlaces(Ids), located: true).Items;
        var image = new PageImage();
        image.Replace(
            page,
            [
                .. read.Locations!.Select(
                    (l, i) => new ImageEntry { Start = l.Start, Length = l.Length, Place = (short)i }),
            ],
            isComparable: true);
        return (image, [.. Ids.Select((id, i) => new Slot(id) { Entry = (short)i, Version = 1 })]);
    }
}
