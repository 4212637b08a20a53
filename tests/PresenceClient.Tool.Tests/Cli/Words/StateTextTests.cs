namespace PresenceClient.Tool.Tests;

public sealed class StateTextTests
{
    [Theory]
    [InlineData("InAConferenceCall", "In a conference call")]
    [InlineData("Available", "Available")]
    [InlineData("PresenceUnknown", "Unknown")]
    [InlineData("Levitating", "Levitating")]
    [InlineData(null, "Unknown")]
    public void Activity_InWords(string? wire, string words) =>
        StateText.Activity(new UserPresence { Id = Some.Id(1), ActivityText = wire }).Should().Be(words);

    [Theory]
    [InlineData("DoNotDisturb", "Do not disturb")]
    [InlineData("Levitating", "Levitating")]
    [InlineData(null, "Unknown")]
    public void Availability_InWords(string? wire, string words) =>
        StateText.Availability(new UserPresence { Id = Some.Id(1), AvailabilityText = wire }).Should().Be(words);

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("Back at 3", null, "Back at 3")]
    [InlineData(null, "", "Out of office")]
    [InlineData(null, "On leave.", "Out of office: On leave.")]
    [InlineData("Back at 3", "On leave.", "Out of office: Back at 3")]
    public void Message_SaysTheAbsenceToo(string? status, string? outOfOffice, string message)
    {
        UserPresence presence = Some.Presence(1, status: status) with
        {
            OutOfOffice = new OutOfOfficeSettings { IsOutOfOffice = outOfOffice is not null, Message = outOfOffice },
        };

        StateText.Message(presence).Should().Be(message);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("unspecified", "")]
    [InlineData("office", "Office")]
    [InlineData("timeOff", "Time off")]
    [InlineData("moon", "moon")]
    public void Location_InWords(string? wire, string words)
    {
        UserPresence presence = Some.Presence(1) with { WorkLocation = new UserWorkLocation { TypeText = wire } };

        StateText.Location(presence).Should().Be(words);
    }

    [Fact]
    public void Location_Absent_IsEmpty() => StateText.Location(Some.Presence(1)).Should().BeEmpty();

    [Theory]
    [InlineData(0, "0 people")]
    [InlineData(1, "1 person")]
    [InlineData(1_234_567, "1,234,567 people")]
    public void People_AreCountedInWords(int number, string words) => StateText.People(number).Should().Be(words);

    [Theory]
    [InlineData(0.9, "now")]
    [InlineData(59, "59 s ago")]
    [InlineData(61, "1 min ago")]
    [InlineData(90_000, "25 h ago")]
    public void Age_InTheLargestUnit(double seconds, string words) =>
        StateText.Age(TimeSpan.FromSeconds(seconds)).Should().Be(words);
}
