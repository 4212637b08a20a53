using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The samples of one file. <c>.ci/run</c> runs them.</summary>
public class SamplesTests
{
    private const int MostLines = 60;

    private static readonly string Folder = Repository.PathOf("samples");

    public static TheoryData<string> Programs =>
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_OfOneFile_IsShortAndListed(string program)
    {
        File.ReadLines(Path.Combine(Folder, program)).Should().HaveCountLessThan(MostLines);
        File.ReadAllText(Path.Combine(Folder, "README.md")).Should().Contain($"]({program})");
    }

    [Fact]
    public void TestWithEmulator_IsShortToo() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "TestWithEmulator"), "*.cs").Should().NotBeEmpty()
            .And.OnlyContain(file => File.ReadLines(file).Count() < MostLines);
}
