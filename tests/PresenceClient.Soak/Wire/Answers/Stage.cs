using System.Text;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Server;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>The context of an answer: the exchange, the transport, and the source of random details.</summary>
internal sealed class Stage(Exchange exchange, IWire wire, Random random, GraphService service)
{
    private static readonly KeyValuePair<string, string> JsonType = new("Content-Type", "application/json");

    public Exchange Exchange { get; } = exchange;

    public IWire Wire { get; } = wire;

    public Random Random { get; } = random;

    public GraphService Service { get; } = service;

    public static KeyValuePair<string, string> Header(string name, string value) => new(name, value);

    /// <summary>The content of the valid answer to the question.</summary>
    public Content Right() => Contents.Right(this);

    public Task SendAsync(Content content, params KeyValuePair<string, string>[] headers) =>
        SendAsync(content.Status, content.Body, headers);

    /// <summary>Sends a whole answer. The body is JSON unless a header says otherwise.</summary>
    public async Task SendAsync(
        int status, ReadOnlyMemory<byte> body, params KeyValuePair<string, string>[] headers)
    {
        await HeadAsync(status, body.Length, headers);
        await Wire.BodyAsync(body);
        await Wire.EndAsync();
    }

    public Task SendAsync(int status, string body, params KeyValuePair<string, string>[] headers) =>
        SendAsync(status, Encoding.UTF8.GetBytes(body), headers);

    public Task HeadAsync(int status, long? length, params KeyValuePair<string, string>[] headers)
    {
        bool hasType = length == 0 || Array.Exists(headers, static header => header.Key == "Content-Type");
        return Wire.HeadAsync(status, hasType ? headers : [JsonType, .. headers], length);
    }

    /// <summary>Sends bytes that do not have to be HTTP.</summary>
    public Task SayAsync(string bytes) => Wire.BytesAsync(Encoding.Latin1.GetBytes(bytes));
}
