namespace PresenceClient.Tests.House.Layers;

/// <summary>The arrows between folders are those that the tables of CONTRIBUTING allow.</summary>
public class LayerTests
{
    private const string Emulator = "src/PresenceClient.Emulator";

    private static readonly string[] Page =
    [
        "| layer of `src/Made.Up` | what is in it | may use |",
        "|---|---|---|",
        "| `State` | the state | nothing |",
        "| `Life` | a life | `State` |",
        "| root | the API | all above |",
    ];

    public static TheoryData<string> Projects => [.. LayerTable.OfContributing().Select(table => table.Project)];

    [Theory]
    [InlineData("src/PresenceClient")]
    [InlineData("src/PresenceClient.AspNetCore")]
    [InlineData("src/PresenceClient.Redis")]
    [InlineData(Emulator)]
    [InlineData("src/PresenceClient.Cli")]
    [InlineData("src/PresenceClient.Tool")]
    [InlineData("samples/PresenceBoard")]
    [InlineData("samples/PresenceService")]
    public void Contributing_OfAProjectWithFolders_HasATable(string project) =>
        Projects.Should().ContainSingle(row => row.Data == project);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrows_OfAProject_AreThoseOfItsTable(string project)
    {
        LayerTable table = TableOf(project);

        Forbidden(table, SourceCode.Of(project)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_AreTheRowsOfItsTable(string project)
    {
        LayerTable table = TableOf(project);
        string[] files = [.. SourceCode.Of(project).Trees.Select(tree => tree.FilePath)];

        files.Where(file => table.Of(file) is null).Should().BeEmpty("every folder has a row");
        table.Layers.Except(files.Select(table.Of)).Should().BeEmpty("every row has a folder");
    }

    [Fact]
    public void Types_OfTheEmulator_AreInTheNamespaceOfTheirFolderUnlessPublic()
    {
        SourceCode.Of(Emulator).FindTypes().Where(type => type.Namespace != NamespaceOf(type.File, type.IsPublic))
            .Should().BeEmpty();

        static string NamespaceOf(string file, bool isPublic) =>
            isPublic || !file.Contains('/', StringComparison.Ordinal)
                ? "PresenceClient.Emulator"
                : "PresenceClient.Emulator." + file[..file.LastIndexOf('/')].Replace('/', '.');
    }

    [Fact]
    public void Types_OfTheEmulator_HaveOtherNamesThanTheClients() =>
        SourceCode.Of(Emulator).FindTypes().Select(type => type.Name)
            .Intersect(SourceCode.Of("src/PresenceClient").FindTypes().Select(type => type.Name))
            .Should().BeEmpty("a search in the repository finds one thing");

    [Theory]
    [InlineData("class Tenant { Made.Up.Life.Person? p; }", "Person")]
    [InlineData("class Tenant { void Do() { var day = Made.Up.Life.Calendar.Today; } }", "Calendar")]
    [InlineData("class Tenant : Made.Up.Life.Person;", "Person")]
    [InlineData("class Tenant { void Do(Made.Up.Api api) => api.Person.Live(); }", "Api")]
    [InlineData("class Tenant { Type Of() => typeof(List<Made.Up.Life.Person>); }", "Person")]
    public void Arrow_AgainstTheTable_IsFound(string state, string name)
    {
        Forbidden(LayerTable.Parse(Page).Single(), Made(state)).Should()
            .Contain(arrow => arrow.From == "State/Tenant.cs" && arrow.Name == name);
    }

    [Fact]
    public void Arrow_WhereNothingIsNamed_IsFound()
    {
        SourceCode code = Made("class Tenant;", life: "class Person { public Made.Up.Api Api => null!; }");

        Forbidden(LayerTable.Parse(Page).Single(), code).Should()
            .Equal(new Arrow("Life/Person.cs", 1, "Api.cs", "Api"));
    }

    [Fact]
    public void Arrow_DownwardOrInAComment_IsFine() =>
        Forbidden(
                LayerTable.Parse(Page).Single(),
                Made("/// <summary>Used by <see cref=\"Made.Up.Life.Person\"/>.</summary>\nclass Tenant;"))
            .Should().BeEmpty();

    [Theory]
    [InlineData("| `Life` | a life | `Nowhere` |")]
    [InlineData("| `Life` | a life | `Life` |")]
    [InlineData("| `Life` | a life | State |")]
    [InlineData("| `Life` | a life |  |")]
    [InlineData("| `Life` | `State` |")]
    public void Table_WithABadRow_IsRefused(string row) => FluentActions
        .Invoking(() => LayerTable.Parse([.. Page[..3], row])).Should().Throw<InvalidDataException>();

    private static LayerTable TableOf(string project) =>
        LayerTable.OfContributing().Single(table => table.Project == project);

    private static IEnumerable<Arrow> Forbidden(LayerTable table, SourceCode code) => code.FindArrows()
        .Where(arrow => table.Of(arrow.From) is { } from && table.Of(arrow.To) is { } to
            && from != to && !from.MayUse.Contains(to.Name))
        .Distinct();

    private static SourceCode Made(string state, string life = "class Person { public void Live() { } }") => new(
        "src/Made.Up",
        [
            ("State/Tenant.cs", "namespace Made.Up.State;\n" + state),
            ("Life/Person.cs", "namespace Made.Up.Life; " + life),
            (
                "Life/Calendar.cs",
                "namespace Made.Up.Life; static class Calendar { public static Person Today => new(); }"
            ),
            ("Api.cs", "namespace Made.Up; class Api { public Life.Person Person => new(); State.Tenant? t; }"),
        ]);
}
