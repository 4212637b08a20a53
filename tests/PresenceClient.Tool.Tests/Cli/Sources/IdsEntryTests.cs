namespace PresenceClient.Tool.Tests;

public sealed class IdsEntryTests
{
    private const string Id = "1234abcd-0000-4000-8000-00000000000f";

    [Theory]
    [InlineData(Id)]
    [InlineData("1234ABCD-0000-4000-8000-00000000000F")]
    [InlineData("{1234abcd-0000-4000-8000-00000000000f}")]
    [InlineData("(1234abcd-0000-4000-8000-00000000000f)")]
    [InlineData("1234abcd00004000800000000000000f")]
    [InlineData("\"1234abcd-0000-4000-8000-00000000000f\"")]
    [InlineData("'{1234abcd-0000-4000-8000-00000000000f}'")]
    public void ObjectId_FormThatCanOnlyBeAGuid_IsTaken(string text)
    {
        Entry(text).ObjectId.Should().Be(Id);
        Entry(text).SignInName.Should().BeNull();
    }

    [Theory]
    [InlineData("adele@contoso.com", "adele@contoso.com")]
    [InlineData("\"adele@contoso.com\"", "adele@contoso.com")]
    [InlineData("Miriam.O'Brien_2@north-west.contoso.com", "Miriam.O'Brien_2@north-west.contoso.com")]
    [InlineData("a_b.example#EXT#@contoso.com", "a_b.example#EXT#@contoso.com")]
    [InlineData("jürgen@müller.example", "jürgen@müller.example")]
    public void SignInName_Name_IsTaken(string text, string name)
    {
        Entry(text).SignInName.Should().Be(name);
        Entry(text).ObjectId.Should().BeNull();
    }

    [Theory]
    [InlineData("id,name")]
    [InlineData(Id + ",Adele")]
    [InlineData(Id + ";")]
    [InlineData(Id + " " + Id)]
    [InlineData("{" + Id)]
    [InlineData("\"" + Id)]
    [InlineData("\"" + Id + "\",")]
    [InlineData("0x" + Id)]
    [InlineData(Id + "0")]
    [InlineData("{0x1234abcd,0x0000,0x4000,{0x80,0x00,0x00,0x00,0x00,0x00,0x00,0x0f}}")]
    [InlineData("adele")]
    [InlineData("@")]
    [InlineData("adele@")]
    [InlineData("@contoso.com")]
    [InlineData("adele@contoso@com")]
    [InlineData("adele@contoso..com")]
    [InlineData("adele vance@contoso.com")]
    [InlineData("Adele Vance <adele@contoso.com>")]
    [InlineData("mailto:adele@contoso.com")]
    [InlineData("adele@contoso.com, alex@contoso.com")]
    [InlineData("adele/../@contoso.com")]
    [InlineData("adele\0@contoso.com")]
    [InlineData("adele\u200b@contoso.com")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    public void Entry_NeitherIdNorName_IsNeither(string text)
    {
        Entry(text).ObjectId.Should().BeNull();
        Entry(text).SignInName.Should().BeNull();
    }

    [Fact]
    public void SignInName_LongerThanAnyCanBe_IsNone() =>
        Entry($"{new string('a', 250)}@contoso.com").SignInName.Should().BeNull();

    [Fact]
    public void Say_LongText_IsShortened() =>
        Entry(new string('a', 500)).Say("is long.")
            .Should().Be($"team.txt, line 7: '{new string('a', 60)}…' is long.");

    private static IdsEntry Entry(string text) => new("team.txt, line 7", text);
}
