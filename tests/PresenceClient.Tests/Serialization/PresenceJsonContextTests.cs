using System.Text.Json;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

/// <summary>The source-generated JSON of the records.</summary>
public class PresenceJsonContextTests
{
    private static readonly UserPresence Presence = new()
    {
        Id = Samples.Adele,
        AvailabilityText = "Siesta",
        Activity = PresenceActivity.InACall,
        SequenceNumber = "A0",
        StatusMessage = new() { Content = "Back", Expiry = new() { DateTime = "2026-11-02", TimeZone = "UTC" } },
        OutOfOffice = new() { IsOutOfOffice = true, Message = "Back on Monday" },
        WorkLocation = new() { Type = WorkLocationType.TimeOff, Source = WorkLocationSource.Manual, PlaceId = "p" },
    };

    private static readonly PresenceChange Change = new()
    {
        UserId = Samples.Adele,
        Kind = PresenceChangeKind.Changed,
        Current = Presence,
        Previous = Presence with { Availability = PresenceAvailability.Busy },
        ReadAt = FakeGraph.Start,
        Since = FakeGraph.Start,
        Version = 12,
        Parts = PresenceParts.Availability,
    };

    public static TheoryData<object> Records =>
    [
        Presence,
        Presence with { StatusMessage = null, OutOfOffice = null, WorkLocation = null, ActivityText = null },
        Change,
        new DirectoryUser { Id = Samples.Adele, DisplayName = "Adele Vance", UserTypeText = "Robot" },
        new LoadedPresence { Presence = Presence, ReadAt = FakeGraph.Start },
        new WatchedPresence { Presence = Presence, State = WatchedPresenceState.Stale, Since = FakeGraph.Start },
        new PresenceWatchStatus { Version = 3, Users = 2, Interval = TimeSpan.FromSeconds(30) },
        new PresencePace { MaxRequestsPer30Seconds = 1_500, HeldUntil = FakeGraph.Start },
    ];

    [Theory]
    [MemberData(nameof(Records), DisableDiscoveryEnumeration = true)]
    public void Record_WrittenAndRead_IsTheSame(object record)
    {
        string json = JsonSerializer.Serialize(record, record.GetType(), PresenceJsonContext.Default);

        JsonSerializer.Deserialize(json, record.GetType(), PresenceJsonContext.Default).Should().Be(record);
    }

    [Fact]
    public void Presence_IsInCamelCaseWithTextsAndNames() =>
        JsonSerializer.Serialize(Presence, PresenceJsonContext.Default.UserPresence).Should()
            .Contain("\"availability\":\"UnknownFutureValue\"").And.Contain("\"availabilityText\":\"Siesta\"")
            .And.Contain("\"activity\":\"InACall\"").And.Contain("\"reachability\":\"Away\"");

    [Fact]
    public void Sweep_HasItsChanges_AndNoException()
    {
        var sweep = new PresenceSweep
        {
            Version = 12,
            Changes = [Change],
            Status = new() { Failure = new PresenceException("Text of the service."), TroubleSince = FakeGraph.Start },
        };

        string json = JsonSerializer.Serialize(sweep, PresenceJsonContext.Default.PresenceSweep);

        json.Should().Contain("\"version\":12").And.Contain("\"troubleSince\"").And.NotContain("Text of the service");
        JsonSerializer.Deserialize(json, PresenceJsonContext.Default.PresenceSweep)!.Changes.Should().Equal(Change);
    }

    [Fact]
    public void Explanation_IsWritten() =>
        JsonSerializer.Serialize(
                PresenceExplanation.Of(Presence, SessionPresence.InACall),
                PresenceJsonContext.Default.PresenceExplanation)
            .Should().Contain("\"verdict\":").And.Contain("\"sentence\":");
}
