using System.Text.Json;

namespace PresenceClient.Tests.Models;

public class UserPresenceTests
{
    [Fact]
    public void Enums_NothingSet_AreTheServicesOwnUnknown()
    {
        var presence = new UserPresence { Id = "x" };

        presence.Availability.Should().Be(PresenceAvailability.PresenceUnknown);
        presence.AvailabilityText.Should().BeNull();
        presence.Activity.Should().Be(PresenceActivity.PresenceUnknown);
        presence.ActivityText.Should().BeNull();
    }

    [Theory]
    [InlineData("Busy", PresenceAvailability.Busy)]
    [InlineData("busy", PresenceAvailability.Busy)]
    [InlineData("BUSY", PresenceAvailability.Busy)]
    [InlineData("doNotDisturb", PresenceAvailability.DoNotDisturb)]
    [InlineData("Siesta", PresenceAvailability.UnknownFutureValue)]
    [InlineData("5", PresenceAvailability.UnknownFutureValue)]
    [InlineData("Busy,Away", PresenceAvailability.UnknownFutureValue)]
    [InlineData(" Busy", PresenceAvailability.UnknownFutureValue)]
    [InlineData("", PresenceAvailability.UnknownFutureValue)]
    public void Availability_FromText_IgnoresCaseAndGuessesNothing(string text, PresenceAvailability expected)
    {
        var presence = new UserPresence { Id = "x", AvailabilityText = text };

        presence.Availability.Should().Be(expected);
        presence.AvailabilityText.Should().Be(text);
    }

    [Fact]
    public void Availability_EveryValue_HasItsText() =>
        Enum.GetValues<PresenceAvailability>().Should().OnlyContain(v =>
            new UserPresence { Id = "x", Availability = v }.Availability == v
            && new UserPresence { Id = "x", AvailabilityText = v.ToString() }.Availability == v);

    [Fact]
    public void Activity_EveryValue_HasItsText() =>
        Enum.GetValues<PresenceActivity>().Should().OnlyContain(v =>
            new UserPresence { Id = "x", Activity = v }.Activity == v
            && new UserPresence { Id = "x", ActivityText = v.ToString() }.Activity == v);

    [Fact]
    public void Availability_ValueThatIsNotDefined_HasTheTextOfTheUnknownOne()
    {
        new UserPresence { Id = "x", Availability = (PresenceAvailability)99 }.AvailabilityText.Should()
            .Be("UnknownFutureValue");
        new UserWorkLocation { Type = (WorkLocationType)99 }.TypeText.Should().Be("unknownFutureValue");
    }

    [Fact]
    public void With_AnotherAvailability_ChangesItsText()
    {
        var busy = new UserPresence { Id = "x", Availability = PresenceAvailability.Busy };

        UserPresence away = busy with { Availability = PresenceAvailability.Away };

        busy.AvailabilityText.Should().Be("Busy");
        away.AvailabilityText.Should().Be("Away");
    }

    [Fact]
    public void With_TheSameUnknownValue_KeepsTheText()
    {
        var presence = new UserPresence { Id = "x", ActivityText = "Juggling" };

        (presence with { Activity = PresenceActivity.UnknownFutureValue }).ActivityText.Should().Be("Juggling");
    }

    [Fact]
    public void Json_ByAHost_WritesEnumsAsStringsAndReadsThemBack()
    {
        var presence = new UserPresence
        {
            Id = "x",
            AvailabilityText = "Siesta",
            Activity = PresenceActivity.InACall,
            WorkLocation = new() { Type = WorkLocationType.TimeOff, Source = WorkLocationSource.Manual },
        };

        string json = JsonSerializer.Serialize(presence);

        json.Should().Contain("\"Availability\":\"UnknownFutureValue\"").And.Contain("\"AvailabilityText\":\"Siesta\"")
            .And.Contain("\"Activity\":\"InACall\"").And.Contain("\"Type\":\"TimeOff\"");
        JsonSerializer.Deserialize<UserPresence>(json).Should().Be(presence);
    }

    [Fact]
    public void WorkLocation_FromEnums_IsSpelledAsOnTheWire()
    {
        var location = new UserWorkLocation { Type = WorkLocationType.TimeOff, Source = WorkLocationSource.Automatic };

        location.TypeText.Should().Be("timeOff");
        location.SourceText.Should().Be("automatic");
    }

    [Fact]
    public void WorkLocation_UnknownTexts_AreKept()
    {
        var location = new UserWorkLocation { TypeText = "submarine", SourceText = "sonar" };

        location.Type.Should().Be(WorkLocationType.UnknownFutureValue);
        location.Source.Should().Be(WorkLocationSource.UnknownFutureValue);
        (location with { Type = location.Type, Source = location.Source }).Should().Be(location);
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData("Available", "Available", false, false)]
    [InlineData("Available", "Available", true, true)]
    [InlineData("Available", "OutOfOffice", null, true)]
    [InlineData("Away", "outOfOffice", false, true)]
    [InlineData("OutOfOffice", null, null, true)]
    public void IsOutOfOffice_SettingsOrState_SaySo(
        string? availability, string? activity, bool? settings, bool expected)
    {
        var presence = new UserPresence
        {
            Id = "x",
            AvailabilityText = availability,
            ActivityText = activity,
            OutOfOffice = settings is { } value ? new OutOfOfficeSettings { IsOutOfOffice = value } : null,
        };

        presence.IsOutOfOffice.Should().Be(expected);
    }
}
