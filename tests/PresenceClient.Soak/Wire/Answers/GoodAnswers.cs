using System.IO.Compression;
using PresenceClient.Soak.Wire.Leaks;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Valid answers in all forms that HTTP allows.</summary>
internal static class GoodAnswers
{
    public static IEnumerable<Answer> All { get; } =
    [
        Good("plain", static stage => stage.SendAsync(stage.Right())),
        Good("with a cookie", static stage => stage.SendAsync(
            stage.Right(), Stage.Header("Set-Cookie", $"session={Marks.Token}; Path=/"))),
        Good("chunked", static stage => SendPiecesAsync(stage, 3)),
        Good("byte by byte at first", static stage => SendPiecesAsync(stage, 40)),
        Good("gzip", static stage => SendPackedAsync(stage, "gzip")),
        Good("br", static stage => SendPackedAsync(stage, "br")),
        Good("deflate", static stage => SendPackedAsync(stage, "deflate")),
        Good("then closed", static stage => stage.SendAsync(stage.Right(), Stage.Header("Connection", "close"))),
        Good("after early hints", static async stage =>
        {
            await stage.SayAsync("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
            await stage.SendAsync(stage.Right());
        }) with { IsRaw = true },
        Good("by HTTP/1.0, to the end of the connection", static async stage =>
        {
            Content content = stage.Right();
            await stage.SayAsync($"HTTP/1.0 {content.Status} OK\r\nContent-Type: application/json\r\n\r\n");
            await stage.Wire.BytesAsync(content.Body);
            stage.Wire.Cut(reset: false);
        }) with { IsRaw = true, Fits = Questions.HasBody },
    ];

    public static byte[] Pack(byte[] body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        })
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }

    private static Answer Good(string how, Func<Stage, Task> playAsync) =>
        new($"good, {how}", AnswerGroup.Good, Outcome.Taken, playAsync);

    private static Task SendPackedAsync(Stage stage, string encoding)
    {
        Content content = stage.Right();
        return content.Body.Length == 0
            ? stage.SendAsync(content)
            : stage.SendAsync(
                content.Status, Pack(content.Body, encoding), Stage.Header("Content-Encoding", encoding));
    }

    private static async Task SendPiecesAsync(Stage stage, int pieces)
    {
        Content content = stage.Right();
        await stage.HeadAsync(content.Status, length: content.Status == 204 ? 0 : null);
        ReadOnlyMemory<byte> rest = content.Body;
        for (int i = 0; i < pieces && rest.Length > pieces; i++)
        {
            int length = pieces > 10 ? 1 : rest.Length / pieces;
            await stage.Wire.BodyAsync(rest[..length]);
            rest = rest[length..];
        }

        await stage.Wire.BodyAsync(rest);
        await stage.Wire.EndAsync();
    }
}
