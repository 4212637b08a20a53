using System.Buffers;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>
/// The memory of a body comes from the pool and returns to it. The pool gives a thread the array that the thread
/// returned last, and nothing here waits.
/// </summary>
public sealed class ResponseBodyTests
{
    private const int FirstLength = 16 * 1024;

    [Fact]
    public async Task Dispose_ReturnsTheMemoryOnce()
    {
        byte[] memory = NextOfThePool();
        ResponseBody body = await ReadAsync(length: 100);
        body.Utf8.Length.Should().Be(100);
        IsNextOfThePool(memory).Should().BeFalse("it is in use");

        body.Dispose();
        IsNextOfThePool(memory).Should().BeTrue();
        body.Dispose();
        IsNextOfThePool(memory).Should().BeFalse("it was returned before");
    }

    [Fact]
    public async Task Read_BodyThatNeedsMore_ReturnsTheFirstMemory()
    {
        byte[] memory = NextOfThePool();

        using ResponseBody body = await ReadAsync(FirstLength + 1);

        IsNextOfThePool(memory).Should().BeTrue();
        body.Utf8.ToArray().Should().HaveCount(FirstLength + 1).And.OnlyContain(b => b == (byte)'x');
    }

    [Fact]
    public async Task Read_ThatFails_ReturnsTheMemory()
    {
        using var stream = ScriptedStream.Breaking("{"u8.ToArray(), new IOException("Reset."));
        using var content = new StreamContent(stream);
        byte[] memory = NextOfThePool();

        Exception? failure = await Record.ExceptionAsync(() => ResponseBody.ReadAsync(content, Test.Token));

        IsNextOfThePool(memory).Should().BeTrue();
        failure.Should().BeOfType<IOException>();
    }

    private static async Task<ResponseBody> ReadAsync(int length)
    {
        int left = length;
        using var stream = new ScriptedStream((buffer, _) =>
        {
            int read = Math.Min(left, buffer.Length);
            buffer.Span[..read].Fill((byte)'x');
            left -= read;
            return ValueTask.FromResult(read);
        });
        using var content = new StreamContent(stream);
        return await ResponseBody.ReadAsync(content, Test.Token);
    }

    private static byte[] NextOfThePool()
    {
        byte[] memory = ArrayPool<byte>.Shared.Rent(FirstLength);
        ArrayPool<byte>.Shared.Return(memory);
        return memory;
    }

    private static bool IsNextOfThePool(byte[] memory) => ArrayPool<byte>.Shared.Rent(FirstLength) == memory;
}
