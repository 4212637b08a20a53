using System.Net;
using System.Text.Json;
using PresenceClient.Tests.Presences.Loading;
using PresenceClient.Tests.Support;
using static PresenceClient.Tests.Presences.Loading.LoaderSteps;

namespace PresenceClient.Tests.Presences;

/// <summary>An entry that cannot be read affects only its own user.</summary>
public sealed class BrokenEntryTests
{
    private static readonly string[] Ids = Samples.Ids(650);

    private static readonly PresenceReadOptions Collect = new() { OnFailure = PresenceFailureMode.Collect };

    [Theory]
    [InlineData("""{ "id": "ID", "availability": 5 }""", "availability")]
    [InlineData("""{ "statusMessage": [1, { "id": "x" }], "id": "ID" }""", "statusMessage")]
    [InlineData("""{ "id": "ID", "workLocation": "office", "outOfOfficeSettings": { "isOutOfOffice": 1 } }""", "work")]
    public async Task GetAsync_BrokenEntryOfAUser_IsThatUsersFailure(string entry, string what)
    {
        using FakeGraph graph = Answering(entry);
        graph.Retry();

        PresenceReadResult result = await graph.Client.Presences.GetAsync(Ids, Collect, Test.Token);

        result.Select(p => p.Id).Should().Equal([.. Ids[..10], .. Ids[11..]]);
        PresenceReadFailure failure = result.Failures.Should().ContainSingle().Which;
        failure.Ids.Should().Equal(Ids[10]);
        failure.Exception.Should().BeEquivalentTo(new
        {
            StatusCode = HttpStatusCode.OK,
            Operation = "communications.getPresencesByUserId",
            ClientRequestId = graph.Request.Headers["client-request-id"],
        });
        failure.Exception.Message.Should().StartWith("communications.getPresencesByUserId failed for this user: the "
            + "user's entry in the answer cannot be read. ").And.Contain(what).And.NotContain(Ids[10]);
        failure.Exception.InnerException.Should().BeOfType<JsonException>();
        result.Missing.Should().BeEmpty();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "id": null, "availability": "Busy" }""")]
    public async Task GetAsync_BrokenEntryWithoutAnId_FailsTheUserWithoutAnEntry(string entry)
    {
        using FakeGraph graph = Answering(entry);

        PresenceReadResult result = await graph.Client.Presences.GetAsync(Ids, Collect, Test.Token);

        result.Should().HaveCount(649);
        PresenceReadFailure failure = result.Failures.Should().ContainSingle().Which;
        failure.Ids.Should().Equal(Ids[10]);
        failure.Exception.Message.Should().StartWith("communications.getPresencesByUserId failed for this user: the "
            + "answer has no entry for the user, but has an entry without an id that cannot be read. ");
        result.Missing.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_BrokenEntryNextToAGoodOne_IsNotAFailure()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            $$"""{ "id": "{{Samples.Adele}}", "activity": 5 }""", Samples.Presence(Samples.Adele),
            $$"""{ "id": "{{Samples.Adele}}", "activity": 5 }""", "null")));

        PresenceReadResult result = await graph.Client.Presences.GetAsync([Samples.Adele], Test.Token);

        result.Should().ContainSingle();
        result.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_BrokenEntryBeforeAGoodOneOfTheNextPage_IsNotAFailure()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore(
                $"{Samples.Root}/page?2", $$"""{ "id": "{{Samples.Adele}}", "activity": 5 }""")),
            Answers.Json(Samples.Page(Samples.Presence(Samples.Adele))));

        PresenceReadResult result = await graph.Client.Presences.GetAsync([Samples.Adele, Samples.Alex], Test.Token);

        result.Select(p => p.Id).Should().Equal(Samples.Adele);
        result.Missing.Should().Equal(Samples.Alex);
        result.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_BrokenEntryOfAUserAndOneWithoutAnId_IsOneFailure()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            Samples.Presence(Samples.Adele), $$"""{ "id": "{{Samples.Alex}}", "activity": 5 }""", "null")));

        PresenceReadResult result =
            await graph.Client.Presences.GetAsync([Samples.Adele, Samples.Alex], Collect, Test.Token);

        result.Failures.Should().ContainSingle().Which.Ids.Should().Equal(Samples.Alex);
    }

    [Fact]
    public async Task GetAsync_BrokenEntryOfAnotherUser_LeavesMissingUsersMissing()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            Samples.Presence(Samples.Adele), $$"""{ "id": "{{Samples.Megan}}", "activity": 5 }""")));

        PresenceReadResult result = await graph.Client.Presences.GetAsync([Samples.Adele, Samples.Alex], Test.Token);

        result.Missing.Should().Equal(Samples.Alex);
    }

    [Fact]
    public async Task GetAsync_BrokenEntry_IsThrownWithTheRestByDefault()
    {
        using FakeGraph graph = Answering("null");

        PresenceIncompleteException failure = (await graph.Client.Presences
            .Awaiting(p => p.GetAsync(Ids, Test.Token)).Should().ThrowAsync<PresenceIncompleteException>()).Which;

        failure.Message.Should().StartWith("The presence of 1 of 650 users could not be read");
        failure.Result.Should().HaveCount(649);
    }

    [Fact]
    public async Task GetAsync_EveryEntryBroken_IsAFailureForEachUser()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            [.. Ids.Select(id => $$"""{ "id": "{{id}}", "sequenceNumber": {} }""")])));

        PresenceReadResult result = await graph.Client.Presences.GetAsync(Ids, Collect, Test.Token);

        result.Failures.Select(f => f.Ids.Single()).Should().Equal(Ids);
    }

    [Fact]
    public async Task GetAsync_BrokenEntryThenAFailedPage_KeepsBothReasons()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore(
                $"{Samples.Root}/page?2", $$"""{ "id": "{{Samples.Adele}}", "activity": 5 }""")),
            Answers.Error(HttpStatusCode.ServiceUnavailable));

        PresenceReadResult result =
            await graph.Client.Presences.GetAsync([Samples.Adele, Samples.Alex], Collect, Test.Token);

        result.Failures.Select(f => (f.Ids.Single(), f.Exception.StatusCode)).Should().BeEquivalentTo([
            (Samples.Alex, (HttpStatusCode?)HttpStatusCode.ServiceUnavailable), (Samples.Adele, HttpStatusCode.OK)]);
    }

    [Fact]
    public async Task GetAsync_TextThatIsNotJson_FailsTheWholePage()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence(), "{ \"id\" }")));

        PresenceReadResult result =
            await graph.Client.Presences.GetAsync([Samples.Adele, Samples.Alex], Collect, Test.Token);

        result.Should().BeEmpty();
        result.Failures.Should().ContainSingle().Which.Ids.Should().Equal(Samples.Adele, Samples.Alex);
    }

    [Fact]
    public async Task LoaderGetAsync_BrokenEntry_FailsOnlyItsCallers()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromMinutes(1) });

        (HeldRequest request, Task<LoadedPresence>[] calls) =
            await graph.GatherAsync(loader, [.. Ids[..5].Select(id => (id, Test.Token))]);
        request.Answer(Answers.Json(Samples.Page(
            Samples.Presence(Ids[0]),
            $$"""{ "id": "{{Ids[1]}}", "activity": 5 }""",
            "null",
            Samples.Presence(Ids[4]))));

        (await calls[0].BoundedAsync()).Presence!.Id.Should().Be(Ids[0]);
        (await calls[4].BoundedAsync()).Presence!.Id.Should().Be(Ids[4]);
        (await FailedAsync(calls[1])).Message.Should().Contain("'activity'");
        (await FailedAsync(calls[2])).Message.Should().Contain("an entry without an id");
        (await FailedAsync(calls[3])).Should().NotBeSameAs(await FailedAsync(calls[2]));

        // Failures are not cached.
        _ = loader.GetAsync(Ids[2], Test.Token);
        (await graph.NextAsync()).Ids.Should().Equal(Ids[2]);
    }

    // A presence for each id except the tenth, which gets the entry.
    private static FakeGraph Answering(string entry) => new(Answers.Json(Samples.Page([.. Ids.Select((id, place) =>
        place == 10 ? entry.Replace("ID", id, StringComparison.Ordinal) : Samples.Presence(id))])));
}
