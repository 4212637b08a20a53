using System.Text.Json;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

public sealed class IdListStreamTests
{
    private static readonly string[] Ids = Samples.Ids(7);

    private static byte[] Expected => JsonSerializer.SerializeToUtf8Bytes(new { ids = Ids });

    [Fact]
    public async Task CopyToAsync_AnyNumberOfTimes_GivesTheWholeBody()
    {
        await using var stream = new IdListStream(Ids);
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy, Test.Token);
        await stream.CopyToAsync(copy, Test.Token);

        copy.ToArray().Should().Equal([.. Expected, .. Expected]);
        stream.Length.Should().Be(Expected.Length);
    }

    /// <summary>The buffer of the pool contains the body of another request.</summary>
    [Fact]
    public async Task CopyToAsync_OfOtherIds_GivesTheBodyOfThese()
    {
        string[] ids = [.. Ids.Select(_ => Guid.NewGuid().ToString())];
        await using var stream = new IdListStream(ids);
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy, Test.Token);

        copy.ToArray().Should().Equal(JsonSerializer.SerializeToUtf8Bytes(new { ids }));
    }

    [Fact]
    public void CopyToAsync_ManyTimes_TakesItsBufferFromThePool()
    {
        using var stream = new IdListStream(Samples.Ids(650));
        Copy(stream);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Copy(stream);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(stream.Length * 20);

        static void Copy(IdListStream stream) =>
            stream.CopyToAsync(Stream.Null, Test.Token).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task Read_InPieces_GivesTheSame()
    {
        await using var stream = new IdListStream(Ids);
        byte[] body = new byte[Expected.Length];

        int first = stream.ReadByte();
        body[0] = (byte)first;
        await stream.ReadExactlyAsync(body.AsMemory(1), Test.Token);

        body.Should().Equal(Expected);
        stream.Position.Should().Be(Expected.Length);
        stream.ReadByte().Should().Be(-1);
    }

    [Fact]
    public async Task CopyToAsync_AfterAPartWasRead_GivesTheRest()
    {
        await using var stream = new IdListStream(Ids);
        using var rest = new MemoryStream();

        stream.Seek(5, SeekOrigin.Begin);
        await stream.CopyToAsync(rest, Test.Token);
        stream.Position = 0;

        rest.ToArray().Should().Equal(Expected[5..]);
        stream.ReadByte().Should().Be('{');
    }

    [Fact]
    public async Task Stream_OnlyReads()
    {
        await using var stream = new IdListStream(Ids);

        stream.Should().BeReadOnly().And.BeSeekable();
        stream.Invoking(s => s.SetLength(1)).Should().Throw<NotSupportedException>();
        stream.Invoking(s => s.Write([1], 0, 1)).Should().Throw<NotSupportedException>();
        stream.Invoking(s => s.Flush()).Should().NotThrow();
        await stream.Awaiting(s => s.CopyToAsync(null!, Test.Token)).Should().ThrowAsync<ArgumentNullException>();
        await stream.Awaiting(s => s.CopyToAsync(null!, 1, Test.Token)).Should().ThrowAsync<ArgumentNullException>();
    }
}
