using System.Text;
using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>The places of users in pages.</summary>
public sealed class PageTableTests
{
    private readonly PageTable _table = new();

    [Fact]
    public void Remove_LastUserOfAPage_FreesItsNumber()
    {
        Fill(isCovered: false, 650, 1);

        Remove(0, 0, 650);
        _table.Pages.Should().ContainSingle().Which.Number.Should().Be(1);
        _table.Numbers.Should().Be(2);
        Remove(1, 0, 1);
        _table.Pages.Should().BeEmpty();
        _table.TryAdd(Samples.Adele, isCovered: false);

        _table.Pages.Should().ContainSingle().Which.Number.Should().Be(0);
        _table.Numbers.Should().Be(2);
    }

    [Fact]
    public void TryAdd_SeveralPagesWithRoom_FillsTheFirst()
    {
        Fill(isCovered: false, 650, 640, 640);
        Remove(0, 640, 650);

        _table.TryAdd(Samples.Adele, isCovered: false).Should().BeTrue();

        _table.Pages.Select(page => page.Count).Should().Equal(641, 640, 640);
    }

    // Two pages more than a quarter above the number that the users need.
    [Theory]
    [InlineData(false, 5, 5)]
    [InlineData(false, 5, 5, 0, 0, 0)] // The last three numbers are free.
    [InlineData(true, 216, 217, 217)]
    [InlineData(false, 650, 650, 325, 325, 325, 325)]
    [InlineData(true, 650, 650, 650, 163, 163, 162, 162)]
    public void FindMergeable_PagesOfOneKind_AreTheSmallestIfThereAreManyMoreThanNeeded(
        bool expected, params int[] users)
    {
        foreach (bool isCovered in (bool[])[false, true])
        {
            var table = new PageTable();
            Fill(table, isCovered, users);

            (WatchPage To, WatchPage From)? found = table.FindMergeable();

            found.HasValue.Should().Be(expected);
            if (found is (var to, var from))
            {
                to.Number.Should().BeLessThan(from.Number);
                (to.Count + from.Count).Should().Be(users.Order().Take(2).Sum());
            }

            table.FindRoom(!isCovered).IsCovered.Should().Be(!isCovered);
        }
    }

    [Fact]
    public void Move_KnownUser_KeepsTheStateButNoEntryOfTheImage()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(WatchedTenant.Entry(Samples.Adele, "Busy", "Busy", null));
        _table.TryAdd(Samples.Adele, isCovered: false);
        WatchPage from = _table.PageAt(0)!;
        from.Image.Replace(utf8, [new ImageEntry { Length = utf8.Length, Place = 0 }], isComparable: true);
        (from.Slots[0].Entry, from.Slots[0].Version, from.Slots[0].WasAsked) = (0, 1, true);

        WatchPage to = _table.FindRoom(isCovered: true);
        _table.Move(from, 0, to);

        Slot moved = to.Slots[0];
        (moved.Id, moved.Entry, moved.WasAsked).Should().Be((Samples.Adele, PageImage.None, false));
        to.KeptOf(Samples.Adele)!.Presence!.AvailabilityText.Should().Be("Busy");
        _table.Pages.Should().Equal(to);
    }

    [Fact]
    public void Move_UserNotRead_HasNoState()
    {
        _table.TryAdd(Samples.Adele, isCovered: false);

        WatchPage to = _table.FindRoom(isCovered: true);
        _table.Move(_table.PageAt(0)!, 0, to);

        to.KeptOf(Samples.Adele).Should().BeNull();
        to.NotRead.Should().Be(1);
    }

    private void Fill(bool isCovered, params int[] users) => Fill(_table, isCovered, users);

    // The users of a page are named after it.
    private static void Fill(PageTable table, bool isCovered, params int[] users)
    {
        for (int i = 0; i < users.Length * WatchPage.Capacity; i++)
        {
            table.TryAdd($"{i / WatchPage.Capacity}-{i % WatchPage.Capacity}", isCovered);
        }

        for (int page = 0; page < users.Length; page++)
        {
            Remove(table, page, users[page], WatchPage.Capacity);
        }
    }

    private void Remove(int page, int first, int end) => Remove(_table, page, first, end);

    private static void Remove(PageTable table, int page, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            table.TryFind($"{page}-{i}", out int address).Should().BeTrue();
            table.Remove(address);
        }
    }
}
