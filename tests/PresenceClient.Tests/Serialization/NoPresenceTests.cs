using System.Net;
using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

/// <summary>A 200 without the requested presence.</summary>
public sealed class NoPresenceTests
{
    private static readonly Dictionary<string, string> NoPresences = new()
    {
        ["a user"] = Samples.User(),
        ["an id"] = $$"""{ "id": "{{Samples.Adele}}" }""",
        ["names of another case"] = Samples.Presence().Replace("\"av", "\"AV", StringComparison.Ordinal)
            .Replace("\"ac", "\"AC", StringComparison.Ordinal),
        ["a presence inside"] = $$"""{ "id": "{{Samples.Adele}}", "presence": {{Samples.Presence()}} }""",
        ["a presence without its state"] = $$"""
            { "id": "{{Samples.Adele}}", "sequenceNumber": "1", "statusMessage": null,
              "outOfOfficeSettings": { "message": null, "isOutOfOffice": false } }
            """,
    };

    private static readonly string[] SingleReads =
        ["me.presence.get", "users.presence.get", "communications.presences.get"];

    public static TheoryData<string, string> ReadsAndBodies { get; } =
        new MatrixTheoryData<string, string>(SingleReads, NoPresences.Keys);

    /// <summary>Values of open sets, or none of one of them: the service says something.</summary>
    public static TheoryData<string> States { get; } = new(
        """ "availability": "", "activity": "" """,
        """ "availability": "Siesta", "activity": "InAWorkshop" """,
        """ "availability": null, "activity": null """,
        """ "availability": "Busy" """,
        """ "activity": "Away" """,
        """ "availabilit\u0079": "Busy" """);

    [Theory]
    [MemberData(nameof(ReadsAndBodies))]
    public async Task SingleRead_WithoutAvailabilityAndActivity_IsMalformed(string operation, string body)
    {
        using var graph = new FakeGraph(Answers.Json(NoPresences[body]));

        PresenceException failure = await graph.FailAsync(operation);

        failure.StatusCode.Should().Be(HttpStatusCode.OK);
        failure.Message.Should().Contain("cannot be read").And.Contain("neither 'availability' nor 'activity'");
        failure.InnerException.Should().BeOfType<JsonException>();
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Presence_OfAnyState_IsRead(string state) =>
        PresenceReader.ReadOne(Encoding.UTF8.GetBytes($$"""{ "id": "x", {{state}} }""")).Id.Should().Be("x");

    [Theory]
    [InlineData("users.presence.get")]
    [InlineData("communications.presences.get")]
    public async Task SingleRead_OfAnotherUsersPresence_IsMalformed(string operation)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence(Samples.Alex)));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Message.Should().Contain("cannot be read").And.Contain("another user");
        failure.ToString().Should().NotContain(Samples.Alex).And.NotContain(Samples.Adele);
    }

    [Fact]
    public async Task SingleRead_OfTheIdInAnotherCase_IsThatUsers()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence(Samples.Adele.ToUpperInvariant())));

        (await graph.Client.Users[Samples.Adele].GetPresenceAsync(Test.Token)).Activity.Should()
            .Be(PresenceActivity.InACall);
    }

    [Fact]
    public async Task User_ReadByIdWhoIsAnother_IsMalformed()
    {
        using var graph =
            new FakeGraph(Answers.Json(Samples.User(Samples.Alex)), Answers.Json(Samples.User(Samples.Alex)));

        await graph.Client.Users[Samples.Adele].Awaiting(u => u.GetUserAsync(Test.Token)).Should()
            .ThrowExactlyAsync<PresenceException>().WithMessage("*another user*");
        (await graph.Client.Users["alex@contoso.com"].GetUserAsync(Test.Token)).Id.Should().Be(Samples.Alex);
    }

    [Theory]
    [InlineData("""{ "value": [], "value": [] }""", "*'value' twice*")]
    [InlineData("""{ "value": [], "@odata.nextLink": null, "valu\u0065": [] }""", "*'value' twice*")]
    [InlineData("""{ "value": null, "value": [] }""", "*no 'value'*")]
    [InlineData("""{ "value": [], "value": null }""", "*'value' twice*")]
    [InlineData("""{ "@odata.nextLink": "a", "value": [], "@odata.nextLink": "b" }""", "*'@odata.nextLink' twice*")]
    [InlineData("""{ "@odata.nextLink": null, "value": [], "@odata.nextLink": "b" }""", "*'@odata.nextLink' twice*")]
    public void Page_WithAPropertyTwice_IsMalformed(string json, string message)
    {
        foreach (Action read in new Action[]
        {
            () => PageReader.ReadPresences(Encoding.UTF8.GetBytes(json), new IdPlaces(Array.Empty<string>())),
            () => PageReader.ReadUsers(Encoding.UTF8.GetBytes(json)),
        })
        {
            read.Should().Throw<JsonException>().WithMessage(message);
        }
    }
}
