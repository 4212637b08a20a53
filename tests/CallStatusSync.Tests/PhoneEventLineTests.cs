namespace CallStatusSync.Tests;

public sealed class PhoneEventLineTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-26T09:00:00Z,adele@contoso.com,ringing", PhoneEventKind.Ringing)]
    [InlineData("2026-11-26T09:00:00Z,adele@contoso.com,answered", PhoneEventKind.Answered)]
    [InlineData("2026-11-26T09:00:00Z,adele@contoso.com,held", PhoneEventKind.Held)]
    [InlineData("2026-11-26T09:00:00Z,adele@contoso.com,hung up", PhoneEventKind.HungUp)]
    [InlineData("2026-11-26T09:00:00Z,adele@contoso.com,hungup", PhoneEventKind.HungUp)]
    [InlineData(" 2026-11-26T09:00:00Z , adele@contoso.com , Hung Up ", PhoneEventKind.HungUp)]
    [InlineData("2026-11-26T10:00:00+01:00,adele@contoso.com,held", PhoneEventKind.Held)]
    [InlineData("2026-11-26T09:00:00.000,adele@contoso.com,held", PhoneEventKind.Held)]
    public void TryRead_Event_IsRead(string line, object kind)
    {
        PhoneEventLine.TryRead(line, out PhoneEvent? phoneEvent, out string? fault).Should().BeTrue(fault);

        phoneEvent.Should().Be(new PhoneEvent(Nine, "adele@contoso.com", (PhoneEventKind)kind));
    }

    [Fact]
    public void TryRead_FourthField_IsTheCall()
    {
        PhoneEventLine.TryRead("2026-11-26T09:00:00Z,adele@contoso.com,held,A-17", out PhoneEvent? phoneEvent, out _);

        phoneEvent!.Call.Should().Be("A-17");
    }

    [Fact]
    public void TryRead_ObjectId_IsAPerson() =>
        PhoneEventLine.TryRead(
            "2026-11-26T09:00:00Z,3f7d6a0e-8c1b-4f5e-9a2d-6b0c1d2e3f40,held", out _, out _).Should().BeTrue();

    [Theory]
    [InlineData("answered", "'answered'*3 or 4 fields*time,who,event[,call]*")]
    [InlineData("1,2,3,4,5", "*3 or 4 fields*")]
    [InlineData("9:00,adele@contoso.com,held", "'9:00' is not a time*ISO 8601*2026-11-26T09:00:00Z*")]
    [InlineData("03/04/2026 09:00,adele@contoso.com,held", "*is not a time*")]
    [InlineData("2026-02-30T09:00:00Z,adele@contoso.com,held", "*is not a time*")]
    [InlineData("2026-11-26T09:00:00Z,Adele Vance,held", "'Adele Vance' is not a person*sign-in name*as adele@*")]
    [InlineData("2026-11-26T09:00:00Z,,held", "'' is not a person*")]
    [InlineData("2026-11-26T09:00:00Z,@,held", "'@' is not a person*")]
    [InlineData("2026-11-26T09:00:00Z,ad\uFFFDle@contoso.com,held", "*not UTF-8*Export them as UTF-8*")]
    [InlineData("2026-11-26T09:00:00Z,adele@contoso.com,pickup", "'pickup'*ringing, answered, held or hung up*own w*")]
    public void TryRead_Mistake_IsExplained(string line, string pattern)
    {
        PhoneEventLine.TryRead(line, out PhoneEvent? phoneEvent, out string? fault).Should().BeFalse();

        phoneEvent.Should().BeNull();
        fault.Should().Match(pattern);
    }

    [Fact]
    public void TryRead_NameThatNoLookupAccepts_IsExplained()
    {
        string name = new string('a', 200) + "@contoso.com";

        PhoneEventLine.TryRead($"2026-11-26T09:00:00Z,{name},held", out _, out string? fault).Should().BeFalse();

        fault.Should().Contain("113 characters").And.NotContain(name, "a long value is shortened");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("  ", true)]
    [InlineData("# a comment", true)]
    [InlineData("Time,who,event,call", true)]
    [InlineData("answered", false)]
    public void IsSkipped_LinesWithoutAnEvent(string line, bool isSkipped) =>
        PhoneEventLine.IsSkipped(line).Should().Be(isSkipped);
}
