using System.Text.Json;

namespace PresenceClient.Tool.Tests;

public sealed class JsonOutputTests
{
    [Fact]
    public void Write_Entry_HasTypedValues()
    {
        JsonElement entry = Write(Some.Busy(1) with
        {
            StatusMessage = new PresenceStatusMessage { Content = "Back at 3" },
            OutOfOffice = new OutOfOfficeSettings { IsOutOfOffice = true },
            WorkLocation = new UserWorkLocation { Type = WorkLocationType.Office },
            SequenceNumber = "A0000000001",
        });

        entry.GetProperty("id").GetGuid().Should().Be(Guid.Parse(Some.Id(1)));
        entry.GetProperty("displayName").GetString().Should().Be("Somebody");
        entry.GetProperty("userPrincipalName").ValueKind.Should().Be(JsonValueKind.Null);
        entry.GetProperty("availability").GetString().Should().Be("Busy");
        entry.GetProperty("activity").GetString().Should().Be("InACall");
        entry.GetProperty("statusMessage").GetString().Should().Be("Back at 3");
        entry.GetProperty("outOfOffice").GetBoolean().Should().BeTrue();
        entry.GetProperty("workLocation").GetString().Should().Be("Office");
        entry.GetProperty("sequenceNumber").GetString().Should().Be("A0000000001");
    }

    [Fact]
    public void Write_UnknownState_KeepsTheServicesWord()
    {
        JsonElement entry = Write(
            new UserPresence { Id = Some.Id(1), AvailabilityText = "Levitating", ActivityText = "busy" });

        entry.GetProperty("availability").GetString().Should().Be("UnknownFutureValue");
        entry.GetProperty("availabilityText").GetString().Should().Be("Levitating");
        entry.GetProperty("activity").GetString().Should().Be("Busy");
        entry.GetProperty("activityText").GetString().Should().Be("busy");
    }

    [Fact]
    public void Write_NoEntries_IsAnEmptyArray()
    {
        using var output = new StringWriter();

        JsonOutput.Write(output, []);

        output.ToString().Trim().Should().Be("[]");
    }

    [Fact]
    public void Write_Entry_BeginsWithThePerson() => Write(Some.Busy(1)).EnumerateObject().Take(4)
        .Select(property => property.Name).Should().Equal("id", "displayName", "userPrincipalName", "availability");

    [Fact]
    public void WriteChange_Change_IsOneLineWithBothStates()
    {
        JsonElement line = WriteChange(Some.Change(Some.Presence(
            1, PresenceAvailability.Busy, PresenceActivity.InACall, "two\nlines")));

        line.EnumerateObject().Select(property => property.Name).Should().Equal(
            "kind", "readAt", "id", "displayName", "userPrincipalName", "parts", "previous", "current");
        line.GetProperty("kind").GetString().Should().Be("Changed");
        line.GetProperty("readAt").GetDateTimeOffset().Should().Be(Some.Noon);
        line.GetProperty("id").GetString().Should().Be(Some.Id(1));
        line.GetProperty("displayName").GetString().Should().Be("Person 1");
        line.GetProperty("parts").EnumerateArray().Select(part => part.GetString())
            .Should().Equal("Availability", "Activity");
        line.GetProperty("previous").GetProperty("availability").GetString().Should().Be("Available");
        line.GetProperty("current").GetProperty("activity").GetString().Should().Be("InACall");
        line.GetProperty("current").GetProperty("statusMessage").GetString().Should().Be("two\nlines");
        line.GetProperty("current").TryGetProperty("id", out _).Should().BeFalse();
    }

    [Fact]
    public void WriteChange_Missing_HasNoCurrentState()
    {
        JsonElement line = WriteChange(Some.Missing(1, before: Some.Busy(1)));

        line.GetProperty("kind").GetString().Should().Be("Missing");
        line.GetProperty("current").ValueKind.Should().Be(JsonValueKind.Null);
        line.GetProperty("previous").GetProperty("availability").GetString().Should().Be("Busy");
        line.GetProperty("parts").GetArrayLength().Should().Be(0);
    }

    private static JsonElement WriteChange(PresenceChange change)
    {
        using var output = new StringWriter();
        JsonOutput.WriteChange(output, change, Some.Person(1));
        output.ToString().TrimEnd().Should().NotContain("\n");
        using var document = JsonDocument.Parse(output.ToString());
        return document.RootElement.Clone();
    }

    private static JsonElement Write(UserPresence presence)
    {
        using var output = new StringWriter();
        JsonOutput.Write(output, [new PresenceEntry(Some.Row(presence))]);
        using var document = JsonDocument.Parse(output.ToString());
        return document.RootElement.EnumerateArray().Single().Clone();
    }
}
