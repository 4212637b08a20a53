using System.Text.Json;
using PresenceClient;

namespace PresenceBoard.Tests;

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
    public void Write_Nobody_IsAnEmptyArray()
    {
        using var output = new StringWriter();

        JsonOutput.Write(output, []);

        output.ToString().Trim().Should().Be("[]");
    }

    private static JsonElement Write(UserPresence presence)
    {
        using var output = new StringWriter();
        JsonOutput.Write(output, [PresenceEntry.Of(Some.Row(presence))]);
        using var document = JsonDocument.Parse(output.ToString());
        return document.RootElement.EnumerateArray().Single().Clone();
    }
}
