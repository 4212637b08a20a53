using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Tests.Serialization;

public class IdListWriterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(650)]
    public void Write_AnyNumberOfIds_IsTheBodyWithThem(int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToString())];

        byte[] body = new byte[IdListWriter.LengthFor(count)];
        IdListWriter.Write(ids, body);

        Encoding.UTF8.GetString(body).Should().Be(JsonSerializer.Serialize(new { ids }));
    }
}
