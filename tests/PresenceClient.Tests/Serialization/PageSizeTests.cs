using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Tests.Serialization;

/// <summary>The cost of a page is bounded by the number of ids requested, however many entries it has.</summary>
public sealed class PageSizeTests
{
    private const int Many = 1_000_000;

    private static readonly string[] Ids = ["a"];

    [Theory]
    [InlineData("""{"id":"a","activity":null}""")]
    [InlineData("""{"id":"b","activity":null}""")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void ReadPresences_MillionEntriesForOneId_AreRefusedForAFewKilobytes(string entry)
    {
        byte[] page = Page(entry, Many);
        Read(Page(entry, 10));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Action read = () => Read(page);
        read.Should().Throw<JsonException>().WithMessage("*more than 651 entries*the 1 requested*650 others*");

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(3_000_000);
    }

    [Fact]
    public void ReadPresences_SomeEntriesThatWereNotAskedFor_AreLeftOut()
    {
        PresenceEntries entries = Read(Page("""{"id":"b"}""", 650, """{"id":"a","activity":null}"""));

        entries.Found.Should().Equal(new UserPresence { Id = "a" });
    }

    [Fact]
    public void ReadUsers_MillionUsers_AreRefused()
    {
        byte[] page = Page("""{"id":"a"}""", Many);
        Action read = () => PageReader.ReadUsers(page);

        long before = GC.GetAllocatedBytesForCurrentThread();
        read.Should().Throw<JsonException>().WithMessage("*more than 999 users*");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(3_000_000);
    }

    [Fact]
    public void ReadSubscriptions_MoreThanAPage_AreRefused()
    {
        Action read = () => PageReader.ReadSubscriptions(Page("""{"id":"a","resource":"r"}""", 1_000));

        read.Should().Throw<JsonException>().WithMessage("*more than 999 subscriptions*");
    }

    private static PresenceEntries Read(byte[] page) => PageReader.ReadPresences(page, new IdPlaces(Ids)).Items;

    private static byte[] Page(string entry, int count, params string[] last) => Encoding.UTF8.GetBytes(
        $$"""{"value":[{{string.Join(',', [.. Enumerable.Repeat(entry, count), .. last])}}]}""");
}
