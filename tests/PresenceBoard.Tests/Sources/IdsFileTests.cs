namespace PresenceBoard.Tests;

public sealed class IdsFileTests
{
    [Fact]
    public async Task ReadAsync_StandardInput_SkipsCommentsAndBlanks()
    {
        using var input = new StringReader(
            "# team\r\n\r\n  a@contoso.example  \n#b@contoso.example\nc@contoso.example");

        IReadOnlyList<string> names = await IdsFile.ReadAsync("-", input, TestContext.Current.CancellationToken);

        names.Should().Equal("a@contoso.example", "c@contoso.example");
    }

    [Fact]
    public async Task ReadAsync_GuestName_IsNoComment()
    {
        using var input = new StringReader("a_b.example#EXT#@contoso.example");

        IReadOnlyList<string> names = await IdsFile.ReadAsync("-", input, TestContext.Current.CancellationToken);

        names.Should().Equal("a_b.example#EXT#@contoso.example");
    }

    [Fact]
    public async Task ReadAsync_NoSuchFile_SaysWhich()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Func<Task> read = () => IdsFile.ReadAsync(path, TextReader.Null, TestContext.Current.CancellationToken);

        (await read.Should().ThrowAsync<BoardException>()).WithMessage($"--ids: {path} cannot be read: *");
    }

    [Fact]
    public async Task ReadAsync_Folder_SaysWhich()
    {
        Func<Task> read = () =>
            IdsFile.ReadAsync(Path.GetTempPath(), TextReader.Null, TestContext.Current.CancellationToken);

        (await read.Should().ThrowAsync<BoardException>()).WithMessage("--ids: * cannot be read: *");
    }
}
