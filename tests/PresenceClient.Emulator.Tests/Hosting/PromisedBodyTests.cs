using PresenceClient.Emulator.Hosting;

namespace PresenceClient.Emulator.Tests.Hosting;

public sealed class PromisedBodyTests
{
    [Fact]
    public void Read_AllThatWasPromised_EndsInPeace()
    {
        using var body = new PromisedBody(new MemoryStream([1, 2, 3]), 3);

        body.Read(new byte[2], 0, 2).Should().Be(2);
        body.Read([], 0, 0).Should().Be(0);
        body.Read(new byte[9], 0, 9).Should().Be(1);
        body.Read(new byte[1], 0, 1).Should().Be(0);
    }

    [Fact]
    public void Read_LessThanWasPromised_Throws()
    {
        using var body = new PromisedBody(new MemoryStream([1]), 2);
        body.ReadByte();

        body.Invoking(it => it.ReadByte()).Should().Throw<HttpIOException>();
    }

    [Fact]
    public void Body_CanBeReadAndNothingElse()
    {
        using var body = new PromisedBody(new MemoryStream(), 1);

        (body.CanRead, body.CanSeek, body.CanWrite).Should().Be((true, false, false));
        Action[] others =
        [
            () => _ = body.Length,
            () => _ = body.Position,
            () => body.Position = 0,
            body.Flush,
            () => body.Seek(0, SeekOrigin.Begin),
            () => body.SetLength(0),
            () => body.Write([], 0, 0),
        ];
        others.Should().AllSatisfy(other => other.Should().Throw<NotSupportedException>());
    }
}
