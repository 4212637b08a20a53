using System.Text;

namespace PresenceClient.Tool.Tests;

public sealed class IdsFileTests : IDisposable
{
    private const string Name = "a@contoso.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task ReadAsync_StandardInput_SkipsCommentsAndBlanks()
    {
        IReadOnlyList<IdsEntry> entries = await ReadInputAsync(
            "# team\r\n\r\n  a@contoso.example  \n#b@contoso.example\nc@contoso.example"u8.ToArray());

        entries.Should().Equal(
            new IdsEntry("standard input, line 3", "a@contoso.example"),
            new IdsEntry("standard input, line 5", "c@contoso.example"));
    }

    [Fact]
    public async Task ReadAsync_GuestName_IsNoComment() =>
        (await ReadInputAsync("a_b.example#EXT#@contoso.example"u8.ToArray()))
            .Should().ContainSingle().Which.Text.Should().Be("a_b.example#EXT#@contoso.example");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task ReadAsync_LineEndsOfEverySystem_AreLineEnds(string lineEnd) =>
        (await ReadInputAsync(Encoding.UTF8.GetBytes($"# team{lineEnd}{Name}{lineEnd}{lineEnd}b@c{lineEnd}")))
            .Select(entry => entry.Place).Should().Equal("standard input, line 2", "standard input, line 4");

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16LE", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32LE", true)]
    [InlineData("utf-32BE", true)]
    public async Task ReadAsync_EncodingWithItsMark_IsRead(string encoding, bool hasMark)
    {
        var known = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? known.GetPreamble() : [], .. known.GetBytes($"# Größe\n{Name}\n")];
        await File.WriteAllBytesAsync(_path, bytes, Stop);

        (await ReadInputAsync(bytes)).Should().Equal(new IdsEntry("standard input, line 2", Name));
        (await ReadFileAsync()).Should().Equal(new IdsEntry($"{_path}, line 2", Name));
    }

    [Fact]
    public async Task ReadAsync_FilesThatWereJoined_MayHaveAMarkInTheMiddle() =>
        (await ReadInputAsync(Encoding.UTF8.GetBytes($"\uFEFF{Name}\n\uFEFF# more\n\uFEFF{Name}\n")))
            .Should().Equal(
                new IdsEntry("standard input, line 1", Name), new IdsEntry("standard input, line 3", Name));

    public static TheoryData<string, byte[], int> NoTexts => new()
    {
        { "a program", [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0], 1 },
        { "Latin-1", [.. "a@b\n\n# M"u8, 0xfc, .. "ller\n"u8], 3 },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes("a@b\n"), 1 },
        { "zeros", [.. "a@b\na@c\n"u8, 0, 0], 3 },
        { "half a UTF-16 text", [0xff, 0xfe, (byte)'a', 0, (byte)'b'], 1 },
    };

    [Theory]
    [MemberData(nameof(NoTexts))]
    public async Task ReadAsync_NoText_NamesFileLineAndCure(string what, byte[] bytes, int line)
    {
        await File.WriteAllBytesAsync(_path, bytes, Stop);

        (await FluentActions.Awaiting(ReadFileAsync).Should().ThrowAsync<CliException>(what))
            .WithMessage($"{_path}, line {line}: not text in UTF-8. Save the file as UTF-8 *");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("# a@contoso.example\n")]
    public async Task ReadAsync_NoEntries_SaysWhatToWrite(string text)
    {
        await File.WriteAllTextAsync(_path, text, Stop);

        (await FluentActions.Awaiting(ReadFileAsync).Should().ThrowAsync<CliException>())
            .WithMessage($"{_path} has no entries. Write an object id or a sign-in name on each line.");
    }

    [Fact]
    public async Task ReadAsync_EndlessInput_Ends()
    {
        Func<Task> read = () => IdsFile.ReadAsync("-", () => new EndlessStream(), Stop);

        (await read.Should().ThrowAsync<CliException>()).WithMessage("standard input is larger than 64 MB.*");
    }

    [Fact]
    public async Task ReadAsync_NoSuchFile_SaysWhich()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Func<Task> read = () => IdsFile.ReadAsync(path, () => Stream.Null, Stop);

        (await read.Should().ThrowAsync<CliException>()).WithMessage($"{path} cannot be read: *");
    }

    [Fact]
    public async Task ReadAsync_Folder_SaysSo()
    {
        Func<Task> read = () => IdsFile.ReadAsync(Path.GetTempPath(), () => Stream.Null, Stop);

        (await read.Should().ThrowAsync<CliException>())
            .WithMessage($"{Path.GetTempPath()} is a directory. Give the name of a text file. *");
    }

    private static Task<IReadOnlyList<IdsEntry>> ReadInputAsync(byte[] bytes) =>
        IdsFile.ReadAsync("-", () => new MemoryStream(bytes), Stop);

    private Task<IReadOnlyList<IdsEntry>> ReadFileAsync() => IdsFile.ReadAsync(_path, () => Stream.Null, Stop);

    /// <summary>A device that never ends.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(buffer.Length);
    }
}
