using System.Text;
using PresenceClient.Serialization;

namespace PresenceClient.Tests.Serialization;

/// <summary>The cache of texts: two texts of a place, and places that texts share evenly.</summary>
public sealed class SharedTextsTests
{
    [Fact]
    public void Find_TextsOfOnePlace_FindsTheLastTwo()
    {
        var texts = new SharedTexts();
        (int place, string[] same) = ByPlace(i => $"{i:x4}")[0];

        texts.Keep(place, same[0]);
        Find(texts, same[1]).Should().BeNull();
        texts.Keep(place, same[1]);

        Find(texts, same[0]).Should().BeSameAs(same[0]);
        Find(texts, same[1]).Should().BeSameAs(same[1]);
        Find(texts, same[2]).Should().BeNull();
        texts.Keep(place, same[2]);
        Find(texts, same[0]).Should().BeNull();
        Find(texts, same[1]).Should().BeSameAs(same[1]);
        Find(texts, same[2]).Should().BeSameAs(same[2]);
    }

    [Fact]
    public void Find_TwoTextsOfEachPairOfPlaces_FindsAll()
    {
        var texts = new SharedTexts();
        string[] kept = [.. ByPlace(i => $"{i:x4}").Where(group => group.Place % 2 == 0).SelectMany(group =>
        {
            texts.Keep(group.Place, group.Texts[0]);
            texts.Keep(group.Place, group.Texts[1]);
            return group.Texts[..2];
        })];

        kept.Should().HaveCount(256).And.OnlyContain(text => ReferenceEquals(Find(texts, text), text));
    }

    /// <summary>Texts of 4, 8 and 11 bytes: the hash takes words of eight, and then the rest.</summary>
    [Theory]
    [InlineData("x4", "")]
    [InlineData("x8", "")]
    [InlineData("x8", "abc")]
    [InlineData("x11", "")]
    public void Find_TextsThatDiffer_HaveAllPlaces(string format, string end) =>
        ByPlace(i => i.ToString(format, null) + end).Should().HaveCount(256);

    private static List<(int Place, string[] Texts)> ByPlace(Func<int, string> text)
    {
        var texts = new SharedTexts();
        return
        [
            .. Enumerable.Range(0, 4_096).Select(text)
                .GroupBy(one => Place(texts, one))
                .Select(group => (group.Key, group.ToArray())),
        ];
    }

    private static int Place(SharedTexts texts, string text)
    {
        texts.Find(Encoding.UTF8.GetBytes(text), out int place);
        return place;
    }

    private static string? Find(SharedTexts texts, string text) => texts.Find(Encoding.UTF8.GetBytes(text), out _);
}
