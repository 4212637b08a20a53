using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

/// <summary>The ids of a request are found in an answer, in any case and order.</summary>
public sealed class IdPlacesTests
{
    [Theory]
    [InlineData("\"ab\"", 0, true)]
    [InlineData("\"AB\"", 0, false)]
    [InlineData("\"\\u0061b\"", 0, true)]
    [InlineData("\"\\u0041b\"", 0, false)]
    [InlineData("\"\\u0063\"", IdPlaces.None, false)]
    [InlineData("7", IdPlaces.None, false)]
    public void Find_IdInJson_IsTheRequestedStringIfItHasTheSameCharacters(string json, int place, bool isSame)
    {
        string[] ids = ["ab", "b"];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        string? found = new IdPlaces(ids).Find(in reader, out int foundPlace);

        foundPlace.Should().Be(place);
        found.Should().BeSameAs(isSame ? ids[0] : null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Find_IdsInTheOrderOfTheRequest_NeedsNoDictionary(int step)
    {
        string[] ids = Samples.Ids(650);
        byte[][] texts = [.. ids.Select(Encoding.UTF8.GetBytes)];
        FindEach().Should().Equal(Enumerable.Range(0, 650).Where(place => place % step == 0));

        long before = GC.GetAllocatedBytesForCurrentThread();
        List<int> found = FindEach();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4_000);
        found.Should().HaveCount((650 + step - 1) / step);

        List<int> FindEach()
        {
            var places = new IdPlaces(ids);
            var found = new List<int>(650);
            for (int i = 0; i < ids.Length; i += step)
            {
                places.Find(texts[i], out int place);
                found.Add(place);
            }

            return found;
        }
    }
}
