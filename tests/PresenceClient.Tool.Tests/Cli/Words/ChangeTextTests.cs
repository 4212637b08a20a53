namespace PresenceClient.Tool.Tests;

public sealed class ChangeTextTests
{
    private static readonly UserPresence Available = Some.Presence(1);

    [Fact]
    public void Of_OtherState_NamesBothActivities() =>
        Of(Available, Some.Busy(1), PresenceParts.Availability | PresenceParts.Activity)
            .Should().Be("Available → In a call");

    [Fact]
    public void Of_SameActivity_NamesTheAvailabilityToo() =>
        Of(
                Some.Busy(1),
                Some.Presence(1, PresenceAvailability.DoNotDisturb, PresenceActivity.InACall),
                PresenceParts.Availability)
            .Should().Be("In a call (Busy) → In a call (Do not disturb)");

    [Fact]
    public void Of_ActivityUnknown_NamesTheAvailability() =>
        Of(
                Available,
                Some.Presence(1, PresenceAvailability.Away, PresenceActivity.PresenceUnknown),
                PresenceParts.All & (PresenceParts.Availability | PresenceParts.Activity))
            .Should().Be("Available → Away");

    [Theory]
    [InlineData("Back at 3", "status message “Back at 3”")]
    [InlineData("", "status message removed")]
    [InlineData(null, "status message removed")]
    public void Of_StatusMessage_SaysTheNewOne(string? message, string words) =>
        Of(Available, Some.Presence(1, status: message), PresenceParts.StatusMessage).Should().Be(words);

    [Theory]
    [InlineData(false, true, "out of office")]
    [InlineData(true, false, "no longer out of office")]
    [InlineData(true, true, "out-of-office settings changed")]
    public void Of_OutOfOffice_SaysWhichWay(bool before, bool now, string words) =>
        Of(Absent(before), Absent(now), PresenceParts.OutOfOffice).Should().Be(words);

    [Theory]
    [InlineData("remote", "work location Remote")]
    [InlineData("unspecified", "work location removed")]
    public void Of_WorkLocation_SaysTheNewOne(string wire, string words) =>
        Of(
                Available,
                Available with { WorkLocation = new UserWorkLocation { TypeText = wire } },
                PresenceParts.WorkLocation)
            .Should().Be(words);

    [Fact]
    public void Of_SeveralParts_SaysAll() =>
        Of(
                Available,
                Some.Busy(1) with { StatusMessage = new PresenceStatusMessage { Content = "Call" } },
                PresenceParts.Availability | PresenceParts.Activity | PresenceParts.StatusMessage)
            .Should().Be("Available → In a call, status message “Call”");

    [Fact]
    public void Of_MissingAndReturned_SayThatThereIsNoPresence()
    {
        ChangeText.Of(Some.Missing(1, before: Available)).Should().Be("Available → no presence");
        ChangeText.Of(Some.Initial(Available) with { Kind = PresenceChangeKind.Returned })
            .Should().Be("no presence → Available");
    }

    private static UserPresence Absent(bool isAbsent) =>
        Available with { OutOfOffice = new OutOfOfficeSettings { IsOutOfOffice = isAbsent } };

    private static string Of(UserPresence before, UserPresence now, PresenceParts parts) =>
        ChangeText.Of(Some.Change(now) with { Previous = before, Parts = parts });
}
