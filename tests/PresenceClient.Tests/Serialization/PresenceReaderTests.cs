using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;

namespace PresenceClient.Tests.Serialization;

public class PresenceReaderTests
{
    private const string Full = """
        {
          "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users('1')/presence/$entity",
          "workLocation": { "source": "manual", "workLocationType": "office", "placeId": "p", "a": [1, { "x": 2 }] },
          "statusMessage": {
            "publishedDateTime": "2026-08-21T09:11:46.5678901Z",
            "message": { "contentType": "text", "content": "Back \u0061t 3 \uD83D\uDE00" },
            "expiryDateTime": { "timeZone": "UTC", "dateTime": "2026-09-01T08:00:00.0000000" }
          },
          "outOfOfficeSettings": { "isOutOfOffice": true, "message": "Gone fishing" },
          "sequenceNumber": "A0129311063",
          "activity": "InACall",
          "availability": "Busy",
          "future": { "a": [ { "b": null } ], "c": 1e400 },
          "\u0069d": "11111111-1111-4111-8111-111111111111"
        }
        """;

    [Fact]
    public void ReadOne_EveryPropertyInAnyOrder_IsRead() =>
        Read(Full).Should().Be(new UserPresence
        {
            Id = "11111111-1111-4111-8111-111111111111",
            Availability = PresenceAvailability.Busy,
            Activity = PresenceActivity.InACall,
            SequenceNumber = "A0129311063",
            StatusMessage = new()
            {
                Content = "Back at 3 😀",
                ContentType = "text",
                Expiry = new() { DateTime = "2026-09-01T08:00:00.0000000", TimeZone = "UTC" },
                PublishedAt = new DateTimeOffset(2026, 8, 21, 9, 11, 46, TimeSpan.Zero).AddTicks(5678901),
            },
            OutOfOffice = new() { IsOutOfOffice = true, Message = "Gone fishing" },
            WorkLocation = new() { TypeText = "office", SourceText = "manual", PlaceId = "p" },
        });

    [Theory]
    [InlineData("""{"id":"x","activity":null}""")]
    [InlineData("""{"id":"x","availability":null}""")]
    [InlineData("""
        {"id":"x","availability":null,"activity":null,"sequenceNumber":null,"statusMessage":null,
         "outOfOfficeSettings":null,"workLocation":null}
        """)]
    public void ReadOne_MissingOrNull_IsNull(string json) => Read(json).Should().Be(new UserPresence { Id = "x" });

    [Theory]
    [InlineData("user-1", true)]
    [InlineData("USER-1", false)]
    [InlineData("\\u0075ser-1", false)]
    public void ReadOne_RequestedId_IsTheCallersStringIfItHasTheSameCharacters(string sent, bool isSame)
    {
        string id = string.Concat("user", "-1");
        byte[] json = Encoding.UTF8.GetBytes($$"""{"id":"{{sent}}","activity":null}""");

        string read = PresenceReader.ReadOne(json, id).Id;

        ReferenceEquals(read, id).Should().Be(isSame);
        read.Should().BeEquivalentTo(id);
    }

    [Fact]
    public void ReadOne_RequestedIdAsANumber_IsRefused()
    {
        Action read = () => PresenceReader.ReadOne("""{"id":5,"activity":null}"""u8, "5");

        read.Should().Throw<JsonException>().WithMessage("*'id'*string*Number*");
    }

    [Theory]
    [InlineData(""" "unknown":"x" """)]
    [InlineData(""" "statusMessage":{"publishedDateTime":"2026-08-21T09:11:46Z"} """)]
    public void ReadOne_PropertiesThatAreNotKept_AllocateNothing(string property)
    {
        byte[] few = Encoding.UTF8.GetBytes($$"""{"id":"x","activity":null,{{property}}}""");
        byte[] many = Encoding.UTF8.GetBytes(
            $$"""{"id":"x","activity":null,{{string.Join(',', Enumerable.Repeat(property, 500))}}}""");
        PresenceReader.ReadOne(few);

        long before = GC.GetAllocatedBytesForCurrentThread();
        PresenceReader.ReadOne(many);

        // At most a status message for each time.
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(500 * 80);
    }

    [Fact]
    public void ReadOne_PropertyTwice_TheLastWins() =>
        Read("""{"id":"x","availability":"Busy","availability":"Away"}""").AvailabilityText.Should().Be("Away");

    [Theory]
    [InlineData("DoNotDisturb")]
    [InlineData("doNotDisturb")]
    public void ReadOne_KnownSpelling_IsOneSharedString(string text)
    {
        string json = $$"""{"id":"x","availability":"{{text}}"}""";

        string? first = Read(json).AvailabilityText;

        first.Should().Be(text);
        Read(json).AvailabilityText.Should().BeSameAs(first);
    }

    [Fact]
    public void ReadOne_SpellingWithEscapes_IsTheSameValue() =>
        Read("""{"id":"x","availability":"B\u0075sy"}""").Availability.Should().Be(PresenceAvailability.Busy);

    [Theory]
    [InlineData("soon")]
    [InlineData("2026-08-21T09:11:46")]
    [InlineData("2026-08-21")]
    [InlineData("+02:00")]
    [InlineData("soonZ")]
    [InlineData("2026-13-21T09:11:46-02:00")]
    public void ReadOne_UnreadablePublishedTime_LosesNothingOfTheRest(string time) =>
        Read($$"""
            { "id": "x", "activity": null,
              "statusMessage": { "publishedDateTime": "{{time}}", "message": { "content": "Hi" } } }
            """)
            .StatusMessage.Should().Be(new PresenceStatusMessage { Content = "Hi" });

    [Theory]
    [InlineData("2026-08-21T09:11:46Z")]
    [InlineData("2026-08-21T11:11:46+02:00")]
    [InlineData("2026-08-20T23:41:46-09:30")]
    public void ReadOne_PublishedTimeWithAnOffset_IsTheMoment(string time) =>
        Read($$"""{ "id": "x", "activity": null, "statusMessage": { "publishedDateTime": "{{time}}" } }""")
            .StatusMessage!.PublishedAt.Should().Be(new DateTimeOffset(2026, 8, 21, 9, 11, 46, TimeSpan.Zero));

    [Fact]
    public void ReadOne_ByteOrderMark_IsSkipped() =>
        PresenceReader.ReadOne([0xEF, 0xBB, 0xBF, .. """{"id":"x","activity":"Away"}"""u8]).Id.Should().Be("x");

    [Fact]
    public void ReadOne_NotOutOfOffice_IsOneSharedInstance() =>
        Read("""{"id":"x","activity":null,"outOfOfficeSettings":{"message":null,"isOutOfOffice":false}}""").OutOfOffice
            .Should().BeSameAs(Read("""{"id":"y","activity":null,"outOfOfficeSettings":{}}""").OutOfOffice);

    [Theory]
    [InlineData("", "*tokens*")]
    [InlineData("null", "*presence*object*")]
    [InlineData("[]", "*presence*object*")]
    [InlineData("{}", "*no 'id'*")]
    [InlineData("""{"id":null}""", "*no 'id'*")]
    [InlineData("""{"availability":"Busy","activity":"Busy"}""", "*no 'id'*")]
    [InlineData("""{"id":5}""", "*'id'*string*Number*")]
    [InlineData("""{"id":"x","availability":5}""", "*'availability'*string*")]
    [InlineData("""{"id":"x","statusMessage":"Hi"}""", "*'statusMessage'*object*")]
    [InlineData("""{"id":"x","outOfOfficeSettings":{"isOutOfOffice":"yes"}}""", "*'isOutOfOffice'*true or false*")]
    [InlineData("""{"id":"x","statusMessage":{"publishedDateTime":1}}""", "*'publishedDateTime'*string*")]
    [InlineData("""{"id":"x",}""", "*trailing comma*")]
    [InlineData("""{"id":"x"/* why */}""", "*/*")]
    [InlineData("""{"id":"x","activity":"Away"} {}""", "*invalid after a single JSON value*")]
    [InlineData("""{"id":"x","availability":"Bu""", "*")]
    [InlineData("""{"id":"\ud800"}""", "*'id'*Unicode*")]
    [InlineData("""{"\ud800":1,"id":"x"}""", "*name*Unicode*")]
    public void ReadOne_Malformed_SaysWhatIsWrong(string json, string message)
    {
        Action read = () => Read(json);

        read.Should().Throw<JsonException>().WithMessage(message);
    }

    [Fact]
    public void ReadOne_InvalidUtf8_IsRefused()
    {
        Action read = () => PresenceReader.ReadOne([.. "{\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        read.Should().Throw<JsonException>();
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(100_000, false)]
    public void ReadOne_UnknownPropertyNestedDeeply_IsBounded(int depth, bool readable)
    {
        string json = $$"""{"x":{{new string('[', depth)}}{{new string(']', depth)}},"id":"x","activity":null}""";
        Action read = () => Read(json);

        if (readable)
        {
            read.Should().NotThrow();
        }
        else
        {
            read.Should().Throw<JsonException>().WithMessage("*depth*");
        }
    }

    [Theory]
    [InlineData("""{"value":[]}""", 0, null)]
    [InlineData(
        """{"@odata.nextLink":"https://x/y","value":[{"id":"a","activity":""},{"id":"b","availability":""}]}""",
        2, "https://x/y")]
    [InlineData("""{"value":[{"id":"a","activity":null}],"@odata.nextLink":null,"@odata.count":1}""", 1, null)]
    public void ReadPresences_APage_HasItsItemsAndItsNextLink(string json, int count, string? next)
    {
        Page<PresenceEntries> page = ReadPage(json);

        page.Items.Found.OfType<UserPresence>().Should().HaveCount(count);
        page.NextLink.Should().Be(next);
    }

    [Theory]
    [InlineData("{}", "*no 'value'*")]
    [InlineData("""{"value":null}""", "*no 'value'*")]
    [InlineData("""{"value":{}}""", "*'value'*array*")]
    [InlineData("""{"value":[{"id":"a"},{"id":"b" "availability":"Busy"}]}""", "*invalid*")]
    [InlineData("""{"value":[{"id":"a"},{"id":"b","availability":5""", "*")]
    public void ReadPresences_Malformed_SaysWhatIsWrong(string json, string message)
    {
        Action read = () => ReadPage(json);

        read.Should().Throw<JsonException>().WithMessage(message);
    }

    [Theory]
    [InlineData("null", "*presence*object*")]
    [InlineData("5", "*presence*object*")]
    [InlineData("[[{}]]", "*presence*object*")]
    [InlineData("""{"availability":"Busy"}""", "*no 'id'*")]
    [InlineData("""{"id":null,"x":{"id":"b"}}""", "*no 'id'*")]
    [InlineData("""{"id":5}""", "*'id'*string*")]
    [InlineData("""{"id":"\ud800"}""", "*Unicode*")]
    [InlineData("""{"\ud800":"b"}""", "*Unicode*")]
    public void ReadPresences_EntryWithoutAnId_LeavesTheOthers(string entry, string message)
    {
        PresenceEntries entries = ReadPage($$"""{"value":[{{Good("a")}},{{entry}},{{Good("b")}}]}""").Items;

        entries.Found.Should().NotContainNulls();
        entries.Broken.Should().BeNull();
        entries.Nameless!.Message.Should().Match(message);
    }

    [Theory]
    [InlineData("""{"id":"a","availability":5}""", "*'availability'*string*")]
    [InlineData("""{"id":"A","statusMessage":{"message":[{"id":"b"}]}}""", "*'message'*object*")]
    [InlineData("""{"workLocation":5,"x":[1,{"y":2}],"\u0069d":"a"}""", "*'workLocation'*object*")]
    public void ReadPresences_BrokenEntryOfAUser_AffectsOnlyThatUser(string entry, string message)
    {
        PresenceEntries entries = ReadPage($$"""{"value":[{{entry}},{{Good("b")}}]}""").Items;

        entries.Found[0].Should().BeNull();
        entries.Found[1].Should().NotBeNull();
        (int place, JsonException fault) = entries.Broken.Should().ContainSingle().Which;
        place.Should().Be(0);
        fault.Message.Should().Match(message);
        entries.Nameless.Should().BeNull();
    }

    [Fact]
    public void ReadPresences_BrokenEntryOfAnotherUser_IsLeftOut()
    {
        PresenceEntries entries = ReadPage($$"""{"value":[{"id":"c","availability":5},{{Good("b")}}]}""").Items;

        entries.Found.Should().Equal(null, new UserPresence { Id = "b", AvailabilityText = "Busy" });
        entries.Broken.Should().BeNull();
        entries.Nameless.Should().BeNull();
    }

    [Fact]
    public void ReadPresences_TwoEntriesWithoutAnId_KeepsTheFirstFault() =>
        ReadPage("""{"value":[7,{"availability":"Busy"}]}""").Items.Nameless!.Message.Should().Contain("Number");

    [Fact]
    public void ReadPresences_PositionsNotAsked_AreNotRecorded() =>
        ReadPage("""{"value":[]}""").Items.Locations.Should().BeNull();

    private static string Good(string id) => $$"""{"id":"{{id}}","availability":"Busy"}""";

    private static Page<PresenceEntries> ReadPage(string json) =>
        PageReader.ReadPresences(Encoding.UTF8.GetBytes(json), new IdPlaces((string[])["a", "b"]));

    private static UserPresence Read(string json) => PresenceReader.ReadOne(Encoding.UTF8.GetBytes(json));
}
