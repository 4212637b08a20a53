using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class BulkReadTests
{
    [Fact]
    public async Task GetAsync_AnswerInAnotherOrderAndCase_IsInTheOrderAsked()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            Samples.Presence(Samples.Megan), Samples.Presence(Samples.Adele.ToUpperInvariant()))));

        PresenceReadResult result = await graph.Client.Presences.GetAsync(
            [Samples.Adele, Samples.Alex, Samples.Megan], Test.Token);

        result.Select(presence => presence.Id).Should()
            .BeEquivalentTo([Samples.Adele.ToUpperInvariant(), Samples.Megan], o => o.WithStrictOrdering());
        result.Count.Should().Be(2);
        result.Missing.Should().Equal(Samples.Alex);
        result.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_Duplicates_AreAskedOnceInTheOrderGiven()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()));

        await graph.Client.Presences.GetAsync(
            [Samples.Megan, Samples.Adele, Samples.Megan.ToUpperInvariant(), Samples.Adele, Samples.Alex], Test.Token);

        graph.Request.Body.Should().BeJson(
            $$"""{ "ids": ["{{Samples.Megan}}", "{{Samples.Adele}}", "{{Samples.Alex}}"] }""");
    }

    [Fact]
    public async Task GetAsync_SeveralPages_AreJoined()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore(
                $"{Samples.Root}/communications/getPresencesByUserId?$skip=1", Samples.Presence(Samples.Alex))),
            Answers.Json(Samples.Page(Samples.Presence(Samples.Adele))));

        PresenceReadResult result = await graph.Client.Presences.GetAsync([Samples.Adele, Samples.Alex], Test.Token);

        result.Select(presence => presence.Id).Should().Equal(Samples.Adele, Samples.Alex);
        graph.Requests.Select(request => request.Method).Should().Equal(HttpMethod.Post, HttpMethod.Get);
    }

    [Fact]
    public async Task GetAsync_PresenceNotAskedForOrTwice_IsOneAtMost()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            Samples.Presence(Samples.Alex), Samples.Presence(Samples.Adele), Samples.Presence(Samples.Adele))));

        PresenceReadResult result = await graph.Client.Presences.GetAsync([Samples.Adele], Test.Token);

        result.Should().ContainSingle().Which.Id.Should().Be(Samples.Adele);
    }

    [Fact]
    public async Task GetAsync_Guids_AreReadAsTexts()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.Page(Samples.Presence(Samples.Alex), Samples.Presence(Samples.Adele))),
            Answers.Json(Samples.Page(Samples.Presence(Samples.Adele))),
            Answers.Json(Samples.Page(Samples.Presence(Samples.Adele))),
            Answers.Json(Samples.Page(Samples.Presence(Samples.Adele))));
        Guid adele = Guid.Parse(Samples.Adele), alex = Guid.Parse(Samples.Alex);
        PresencesClient presences = graph.Client.Presences;

        PresenceReadResult result = await presences.GetAsync([adele, alex, adele], Test.Token);
        await presences.GetAsync([adele], new PresenceReadOptions(), Test.Token);
        await presences.ReadPagesAsync([adele], Test.Token).ToListAsync(Test.Token);
        await presences.ReadPagesAsync([adele], new PresencePageOptions(), Test.Token).ToListAsync(Test.Token);

        result.Select(p => p.Id).Should().Equal(Samples.Adele, Samples.Alex);
        result.TryGetValue(alex, out UserPresence? presence).Should().BeTrue();
        presence.Should().BeSameAs(result[Samples.Alex]);
        result.TryGetValue(Guid.NewGuid(), out _).Should().BeFalse();
        graph.Requests[0].Body.Should().BeJson($$"""{ "ids": ["{{Samples.Adele}}", "{{Samples.Alex}}"] }""");
        graph.Requests.Skip(1).Should().OnlyContain(r => r.Body == graph.Requests[1].Body);
    }

    [Fact]
    public async Task GetAsync_NoGuids_IsRefusedByName()
    {
        using var graph = new FakeGraph();

        (await graph.Client.Presences.Awaiting(p => p.GetAsync((Guid[])null!, Test.Token)).Should()
            .ThrowExactlyAsync<ArgumentNullException>()).WithParameterName("ids");
    }

    [Fact]
    public async Task GetAsync_NoIds_SendsNothing()
    {
        using var graph = new FakeGraph();

        (await graph.Client.Presences.GetAsync([], Test.Token)).Should().BeEmpty();
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_650Ids_IsOneRequest()
    {
        string[] ids = Samples.Ids(650);
        using var graph = new FakeGraph(Answers.Json(Samples.Page([.. ids.Reverse().Select(Samples.Presence)])));

        PresenceReadResult result = await graph.Client.Presences.GetAsync([.. ids, ids[0]], Test.Token);

        result.Select(presence => presence.Id).Should().Equal(ids);
        graph.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("adele@contoso.com")]
    [InlineData(" 22222222-2222-4222-8222-222222222222")]
    [InlineData("\"}],11111111-1111-4111-8111-111111111111")]
    public async Task GetAsync_ValueThatIsNotAnObjectId_IsRefusedByItsIndex(string? id)
    {
        using var graph = new FakeGraph();

        string message = (await graph.Client.Presences.Awaiting(p => p.GetAsync([Samples.Adele, id!], Test.Token))
            .Should().ThrowExactlyAsync<ArgumentException>()).WithParameterName("ids").Which.Message;

        message.Should().Contain("index 1").And.Contain("GetUserAsync");
        if (id is not null)
        {
            message.Should().NotContain(id);
        }

        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_Null_IsRefused()
    {
        using var graph = new FakeGraph();

        (await graph.Client.Presences.Awaiting(p => p.GetAsync(null!, Test.Token)).Should()
            .ThrowExactlyAsync<ArgumentNullException>()).WithParameterName("ids");
    }
}
