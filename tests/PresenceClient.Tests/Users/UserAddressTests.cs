using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users;

public sealed class UserAddressTests
{
    public static TheoryData<string> NoObjectIds { get; } =
    [
        "adele@contoso.com", "admin", $"{{{Samples.Adele}}}", $"({Samples.Adele})", $" {Samples.Adele}",
        $"{Samples.Adele} ", $"{Samples.Adele}/manager", "11111111111141118111111111111111", Samples.Adele[1..],
        "0x111111-1111-4111-8111-111111111111", "+1111111-1111-4111-8111-111111111111",
        "11111111-0x11-4111-8111-111111111111", "11111111-1111-4111-8111-0x1111111111",
    ];

    [Theory]
    [InlineData("adele@contoso.com", "adele%40contoso.com")]
    [InlineData("guest_x.com#EXT#@contoso.com", "guest_x.com%23EXT%23%40contoso.com")]
    [InlineData("adele+test@contoso.com", "adele%2Btest%40contoso.com")]
    [InlineData("o'neil@contoso.com", "o%27neil%40contoso.com")]
    [InlineData("a/b@contoso.com", "a%2Fb%40contoso.com")]
    [InlineData("adele vance@contoso.com", "adele%20vance%40contoso.com")]
    [InlineData("100%@contoso.com", "100%25%40contoso.com")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("../me", "..%2Fme")]
    [InlineData("a/b?x", "a%2Fb%3Fx")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("jürgen@contoso.com", "j%C3%BCrgen%40contoso.com")]
    [InlineData("...", "...")]
    public async Task GetUserAsync_AnyName_IsOneSegment(string name, string segment)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.User()));

        await graph.Client.Users[name].GetUserAsync(Test.Token);

        new Uri(graph.Request.Url).AbsolutePath.Should().Be($"/v1.0/users/{segment}");
    }

    [Fact]
    public async Task Indexers_Guid_IsAsItsText()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.User()), Answers.Json(Samples.Presence(Samples.Adele)));
        var id = Guid.Parse(Samples.Adele);

        await graph.Client.Users[id].GetUserAsync(Test.Token);
        await graph.Client.Presences[id].GetAsync(Test.Token);

        graph.Requests.Select(request => new Uri(request.Url).AbsolutePath).Should().Equal(
            $"/v1.0/users/{Samples.Adele}", $"/v1.0/communications/presences/{Samples.Adele}");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(" ")]
    public void Indexer_PathsOwnNames_AreRefused(string name)
    {
        using var graph = new FakeGraph();

        graph.Client.Users.Invoking(u => u[name]).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("idOrName");
        graph.Client.Presences.Invoking(p => p[name]).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("id");
    }

    [Fact]
    public void Indexer_HalfACharacter_IsRefused()
    {
        using var graph = new FakeGraph();

        graph.Client.Users.Invoking(u => u["a\ud83d@x"]).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*an unpaired surrogate at index 1*");
        graph.Client.Users.Invoking(u => u["a\ud83d\ude00@x"]).Should().NotThrow();
    }

    [Fact]
    public void Indexer_Null_IsRefused()
    {
        using var graph = new FakeGraph();

        graph.Client.Users.Invoking(u => u[null!]).Should().ThrowExactly<ArgumentNullException>();
    }

    [Theory]
    [MemberData(nameof(NoObjectIds))]
    public async Task Presence_IdThatIsNotAnObjectId_IsRefusedWithTheCure(string name)
    {
        using var graph = new FakeGraph();
        UserClient user = graph.Client.Users[name];

        foreach (Func<Task> call in new Func<Task>[]
        {
            () => user.GetPresenceAsync(Test.Token),
            () => user.Session.SetAsync(SessionPresence.Away, null, Test.Token),
            () => user.Session.ClearAsync(Test.Token),
            () => user.Preferred.SetAsync(PreferredPresence.Away, null, Test.Token),
            () => user.Preferred.ClearAsync(Test.Token),
            () => user.StatusMessage.SetAsync("x", null, Test.Token),
            () => user.StatusMessage.ClearAsync(Test.Token),
            () => graph.Client.Presences[name].GetAsync(Test.Token),
        })
        {
            (await call.Should().ThrowAsync<ArgumentException>()).Which.Message.Should()
                .Contain("GetUserAsync").And.Contain("GUID").And.NotContain(name);
        }

        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetUserAsync_Answer_IsRead()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.User()));

        DirectoryUser user = await graph.Client.Users["adele@contoso.com"].GetUserAsync(Test.Token);

        user.Should().Be(new DirectoryUser
        {
            Id = Samples.Adele,
            DisplayName = "Adele Vance",
            UserPrincipalName = "adele@contoso.com",
            AccountEnabled = true,
            UserType = DirectoryUserType.Member,
        });
    }

    [Fact]
    public async Task GetPresenceAsync_AnswerForAnotherUser_Fails()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence(Samples.Alex)));

        (await graph.Client.Users[Samples.Adele].Awaiting(u => u.GetPresenceAsync(Test.Token)).Should()
            .ThrowAsync<PresenceException>()).WithInnerException<System.Text.Json.JsonException>()
            .WithMessage("*another user*");
    }

    [Theory]
    [InlineData(null, "The id at index 1 is null. *GUID*")]
    [InlineData("adele", "The id at index 1 is not an object id. *GUID*")]
    public void Id_ThatIsWrong_IsDescribed(string? id, string message)
    {
        using var graph = new FakeGraph();

        graph.Presences.Invoking(p => { _ = p.GetAsync([Samples.Alex, id!], Test.Token); }).Should()
            .Throw<ArgumentException>().WithMessage(message);
    }
}
