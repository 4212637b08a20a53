using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Generated.Models;
using PresenceClient.Serialization;

namespace PresenceClient.Tests.Serialization;

/// <summary>The generated model is the oracle: the same well-typed bytes give the same presence both ways.</summary>
public class DifferentialTests
{
    private const int Usual = 10_000;

    /// <summary>Entries that the service is known or documented to send, and other forms that JSON allows.</summary>
    public static TheoryData<string> HandPicked { get; } =
    [
        """{"value":[]}""",
        """{"@odata.context":"c","@odata.nextLink":"https://graph.microsoft.com/v1.0/x?$skip=1","value":[]}""",
        """{"value":[{"id":"a","availability":"Busy","activity":"InACall","statusMessage":null}]}""",
        """
        {"value":[{"id":"a","availability":"","sequenceNumber":"A0129311063","outOfOfficeSettings":null,
        "workLocation":null}]}
        """,
        """{"value":[{"activity":"offWork","workLocation":{},"outOfOfficeSettings":{},"statusMessage":{},"id":"a"}]}""",
        """
        {"value":[{"id":"a","activity":"Away",
        "statusMessage":{"message":{"content":"\u00e9\ud83d\ude00 \"","contentType":"t"}}}]}
        """,
        """
        {"value":[{"id":"a","activity":null,"statusMessage":{"expiryDateTime":{"dateTime":"2026-09-01T08:00:00.0000000",
        "timeZone":"UTC"},"publishedDateTime":"2026-08-21T09:11:46.5678901Z","message":null}}]}
        """,
        """
        {"value":[{"id":"a","availability":null,
        "outOfOfficeSettings":{"isOutOfOffice":true,"message":"<p>Away</p>"}}]}
        """,
        """
        {"value":[{"id":"a","availability":"Busy","workLocation":{"source":"none","workLocationType":"unspecified",
        "placeId":null}}]}
        """,
        """{"value":[{"id":"a","availability":"Siesta","activity":"5"},{"id":"b","availability":"Busy,Away"}]}""",
        """{"value":[{"id":"a","availability":"Busy","availability":"Away","id":"b"}]}""",
        """{"value":[{"x":{"id":"no","value":[{"id":"no"}]},"\u0069d":"a","availabilit\u0079":"\u0042usy"}]}""",
        """
         { "value" : [ { "id" : "a" , "availability" : "" } , { "id" : "b" , "activity" : null } ] ,
         "@odata.count" : 2 }
        """,
    ];

    [Theory]
    [MemberData(nameof(HandPicked))]
    public void ReadPresences_HandPickedPage_IsWhatTheGeneratedModelReads(string json) =>
        Compare(Encoding.UTF8.GetBytes(json), json).Should().BeGreaterThanOrEqualTo(0);

    [Fact]
    public void ReadPresences_RandomWellTypedPages_AreWhatTheGeneratedModelReads()
    {
        int pages = Runs.Tries(Usual);
        int presences = 0;
        Runs.ForEachSeed(pages, seed =>
            Interlocked.Add(ref presences, Compare(new RandomJson(seed).Page(), $"seed {seed}")));

        presences.Should().BeGreaterThan(pages, "an empty comparison shows nothing");
    }

    /// <summary>Reads a page both ways, with the ids in several orders; returns how many presences.</summary>
    private static int Compare(byte[] json, string what)
    {
        PresenceCollection oracle = ReadByGeneratedModel(json);
        UserPresence[] expected = [.. oracle.Value!.Select(ToFacade)];

        UserPresence[][] orders = [expected, [.. expected.Reverse()], [.. expected.Skip(1)]];

        foreach (UserPresence[] asked in orders)
        {
            string[] ids = [.. asked.Select(p => p.Id)];
            Page<PresenceEntries> ours = PageReader.ReadPresences(json, new IdPlaces(ids));

            if (ours.NextLink != oracle.OdataNextLink || !ours.Items.Found.SequenceEqual(asked))
            {
                ours.Items.Found.Should().Equal(asked, "of {0}", what);
                ours.NextLink.Should().Be(oracle.OdataNextLink, "of {0}", what);
            }

            ours.Items.Broken.Should().BeNull("of {0}", what);
            ours.Items.Nameless.Should().BeNull("of {0}", what);
        }

        return expected.Length;
    }

    private static PresenceCollection ReadByGeneratedModel(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return new JsonParseNode(document.RootElement)
            .GetObjectValue(PresenceCollection.CreateFromDiscriminatorValue)!;
    }

    private static UserPresence ToFacade(Presence presence) => new()
    {
        Id = presence.Id!,
        AvailabilityText = presence.Availability,
        ActivityText = presence.Activity,
        SequenceNumber = presence.SequenceNumber,
        StatusMessage = presence.StatusMessage is not { } message ? null : new()
        {
            Content = message.Message?.Content,
            ContentType = message.Message?.ContentType,
            Expiry = message.ExpiryDateTime is not { } expiry ? null : new()
            {
                DateTime = expiry.DateTime,
                TimeZone = expiry.TimeZone,
            },
            PublishedAt = message.PublishedDateTime,
        },
        OutOfOffice = presence.OutOfOfficeSettings is not { } settings ? null : new()
        {
            IsOutOfOffice = settings.IsOutOfOffice == true,
            Message = settings.Message,
        },
        WorkLocation = presence.WorkLocation is not { } location ? null : new()
        {
            TypeText = location.WorkLocationType,
            SourceText = location.Source,
            PlaceId = location.PlaceId,
        },
    };
}
