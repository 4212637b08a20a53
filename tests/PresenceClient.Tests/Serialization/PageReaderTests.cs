using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

/// <summary>What is around the items of a page.</summary>
public sealed class PageReaderTests
{
    [Theory]
    [InlineData("[]", "*'page'*object*")]
    [InlineData("null", "*'page'*object*")]
    [InlineData("""{"value":[],"@odata.nextLink":7}""", "*'@odata.nextLink'*string*Number*")]
    [InlineData("""{"value":[]} {}""", "*invalid after a single JSON value*")]
    public void Page_Malformed_SaysWhatIsWrong(string json, string message)
    {
        byte[] page = Encoding.UTF8.GetBytes(json);
        foreach (Action read in new Action[]
        {
            () => PageReader.ReadPresences(page, new IdPlaces(Array.Empty<string>())),
            () => PageReader.ReadUsers(page),
            () => PageReader.ReadSubscriptions(page),
        })
        {
            read.Should().Throw<JsonException>().WithMessage(message);
        }
    }

    [Fact]
    public void Page_UnknownPropertiesWithItems_AreSkipped()
    {
        Page<List<DirectoryUser>> page = PageReader.ReadUsers(Encoding.UTF8.GetBytes(
            $$"""{ "x": { "value": [7] }, "y": [ { "value": [7] } ], "value": [{{Samples.User()}}] }"""));

        page.Items.Should().ContainSingle().Which.Id.Should().Be(Samples.Adele);
    }
}
