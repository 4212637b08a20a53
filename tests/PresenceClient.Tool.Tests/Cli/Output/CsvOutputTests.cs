namespace PresenceClient.Tool.Tests;

public sealed class CsvOutputTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain text", "plain text")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    public void Field_IsQuotedWhereItMustBe(string? text, string field) => CsvOutput.Field(text).Should().Be(field);

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1 555", "'+1 555")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "' =1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    public void Field_FormulaStart_IsDisarmed(string text, string field) => CsvOutput.Field(text).Should().Be(field);

    [Fact]
    public void Field_ControlCharacters_AreBlanks() => CsvOutput.Field("a\u001b[31m\0b").Should().Be("a [31m b");

    [Fact]
    public void Write_HeaderAndRecords_EndInCrLf()
    {
        using var output = new StringWriter();
        var entry = new PresenceEntry(Some.Row(Some.Busy(1) with
        {
            OutOfOffice = new OutOfOfficeSettings { IsOutOfOffice = true },
            WorkLocation = new UserWorkLocation { Type = WorkLocationType.Remote },
            SequenceNumber = "A1",
        }));

        CsvOutput.Write(output, [entry]);

        output.ToString().Should().Be(
            "id,displayName,userPrincipalName,availability,activity,availabilityText,activityText,statusMessage,"
            + "outOfOffice,workLocation,sequenceNumber\r\n"
            + $"{Some.Id(1)},Somebody,,Busy,InACall,Busy,InACall,,true,Remote,A1\r\n");
    }

    [Fact]
    public void Write_UnknownOutOfOffice_IsEmpty()
    {
        using var output = new StringWriter();

        CsvOutput.Write(output, [new PresenceEntry(Some.Row(Some.Presence(1)))]);

        output.ToString().Should().EndWith($"{Some.Id(1)},Somebody,,Available,Available,Available,Available,,,,\r\n");
    }
}
