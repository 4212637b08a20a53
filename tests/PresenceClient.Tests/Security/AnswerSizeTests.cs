using System.IO.Compression;
using System.Text;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Security;

/// <summary>An answer never takes more memory than the limit, whatever its headers say.</summary>
public sealed class AnswerSizeTests
{
    public static TheoryData<string, bool> Bombs { get; } =
        new MatrixTheoryData<string, bool>(["gzip", "br", "deflate"], [true, false]);

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task BodyThatInflates_IsReadToTheBound(string encoding, bool chunked)
    {
        byte[] bomb = Bomb(encoding);
        bomb.Length.Should().BeLessThan(ResponseBody.MaxLength / 100);
        string framing = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {bomb.Length}";
        byte[] head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\n{framing}\r\n\r\n");
        byte[] body = chunked
            ? [.. Encoding.ASCII.GetBytes($"{bomb.Length:x}\r\n"), .. bomb, .. "\r\n0\r\n\r\n"u8]
            : bomb;
        await using var server = new LoopbackServer([.. head, .. body]);
        using var client = new PresenceServiceClient(
            new FakeCredential(), new PresenceClientOptions { BaseAddress = server.BaseAddress });

        (await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowExactlyAsync<PresenceException>())
            .WithInnerExceptionExactly<InvalidDataException>().WithMessage("*64 MB or more*");

        server.Heads.Should().ContainSingle("the next answer would be as long");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(ResponseBody.MaxLength - 1)]
    public async Task AnnouncedLength_IsNotBelieved(long announced)
    {
        List<int> asked = [];
        using var stream = ScriptedStream.Endless(asked.Add);
        using var graph = new FakeGraph(Answers.Stream(stream, length: announced));

        (await graph.FailAsync()).InnerException.Should().BeOfType<InvalidDataException>();

        asked.Sum().Should().BeLessThanOrEqualTo(ResponseBody.MaxLength);
        asked[0].Should().BeLessThanOrEqualTo(1024 * 1024, "memory is taken for what came, not for what was announced");
    }

    private static byte[] Bomb(string encoding)
    {
        using var bomb = new MemoryStream();
        using (Stream zip = encoding switch
        {
            "gzip" => new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(bomb, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(bomb, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            byte[] blanks = new byte[1024 * 1024];
            blanks.AsSpan().Fill((byte)' ');
            for (int length = 0; length <= ResponseBody.MaxLength; length += blanks.Length)
            {
                zip.Write(blanks);
            }
        }

        return bomb.ToArray();
    }
}
