using System.Net;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Users;

/// <summary>Looking up many sign-in names.</summary>
public sealed class ResolveTests
{
    public static TheoryData<string?, string> WrongNames { get; } = new()
    {
        { null, "*index 1 is null*" },
        { "", "*index 1 is blank*" },
        { " \t\u00a0", "*index 1 is blank*" },
        { Samples.Adele, "*index 1 is an object id*DirectoryUser.IsObjectId*" },
        { new string('a', 109) + "@contoso.com", "*index 1 has 121 characters*at most 120. Check where*" },
        { "adele\ud83d@contoso.com", "*index 1 contains an unpaired surrogate at index 5*character. Check*" },
    };

    public static TheoryData<string> UnusualNames { get; } = new(
        "o'brien@contoso.com", "'@contoso.com", "a','b@contoso.com", "adele+desk@contoso.com", "50%25@contoso.com",
        "adele_fabrikam.com#EXT#@contoso.onmicrosoft.com", "a&$top=1@contoso.com", "zoë@contoso.com",
        "a/b?c@contoso.com", "a b@contoso.com", "adele", new string('a', 108) + "@contoso.com");

    [Fact]
    public async Task ResolveAsync_ManyNames_AreLookedUpFifteenToARequest()
    {
        using var graph = new FakeGraph(NameLookups.Users);
        string[] names = Names(40);

        UserResolveResult result = await graph.Client.Users.ResolveAsync(names, Test.Token);

        graph.Requests.Select(request => NameLookups.NamesOf(request).Length).Should().BeEquivalentTo([15, 15, 10]);
        result.Select(outcome => outcome.Name).Should().Equal(names);
        result.Users.Select(user => user.Id).Should().Equal(names.Select(NameLookups.IdOf));
    }

    [Theory]
    [MemberData(nameof(UnusualNames))]
    public async Task ResolveAsync_UnusualName_ReachesTheServiceAsItIs(string name)
    {
        using var graph = new FakeGraph(NameLookups.Users);

        UserResolveResult result = await graph.Client.Users.ResolveAsync([name], Test.Token);

        result[0].User!.UserPrincipalName.Should().Be(name);
    }

    [Fact]
    public async Task ResolveAsync_Filter_IsPercentEncodedAsAWhole()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()));

        await graph.Client.Users.ResolveAsync(["o'b+1@contoso.com", "a_b.com#EXT#@c.com"], Test.Token);

        graph.Request.Url.Should().StartWith(
            $"{Samples.Root}/users?%24filter=userPrincipalName%20in%20%28%27o%27%27b%2B1%40contoso.com%27%2C"
                + "%27a_b.com%23EXT%23%40c.com%27%29&%24select=id,");
    }

    [Fact]
    public async Task ResolveAsync_NoNames_SendsNothing()
    {
        using var graph = new FakeGraph();

        (await graph.Client.Users.ResolveAsync([], Test.Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task ResolveAsync_SameNameInOtherCase_IsLookedUpOnceAndHasTheOutcomeTwice()
    {
        using var graph = new FakeGraph(
            request => NameLookups.UsersOf(NameLookups.NamesOf(request).Except(["alex@contoso.com"])));
        string[] names = ["adele@contoso.com", "alex@contoso.com", "ADELE@contoso.com", "Alex@Contoso.com"];

        UserResolveResult result = await graph.Client.Users.ResolveAsync(names, Test.Token);

        NameLookups.NamesOf(graph.Request).Should().Equal("adele@contoso.com", "alex@contoso.com");
        result.Select(outcome => (outcome.Name, outcome.IsFound, outcome.IsMissing)).Should().Equal(
            (names[0], true, false), (names[1], false, true), (names[2], true, false), (names[3], false, true));
        result.Users.Should().ContainSingle();
        result.Missing.Should().Equal("alex@contoso.com");
    }

    [Fact]
    public async Task ResolveAsync_ServiceSpellsTheNameInOtherCase_IsFound()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.User(name: "Adele@Contoso.com"))));

        UserResolveResult result = await graph.Client.Users.ResolveAsync(["adele@contoso.com"], Test.Token);

        (result[0].Name, result[0].User!.UserPrincipalName).Should().Be(("adele@contoso.com", "Adele@Contoso.com"));
    }

    [Fact]
    public async Task ResolveAsync_ServiceReturnsAnotherUser_NameIsMissing()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            Samples.User(name: "alex@contoso.com"), """{ "id": "a", "userPrincipalName": null }""")));

        UserResolveResult result = await graph.Client.Users.ResolveAsync(["adele@contoso.com"], Test.Token);

        result.Missing.Should().Equal("adele@contoso.com");
    }

    [Fact]
    public async Task ResolveAsync_ChunkFails_FailsOnlyItsNames()
    {
        string[] names = Names(40);
        using var graph = new FakeGraph(NameLookups.UsersUnless(
            asked => asked.Contains(names[20]), Answers.Error(HttpStatusCode.ServiceUnavailable)));

        UserResolveResult result = await graph.Client.Users.ResolveAsync(names, Test.Token);

        result.Failures.Select(failure => failure.Name).Should().Equal(names[15..30]);
        result.Failures.Should().OnlyContain(
            failure => failure.Exception!.StatusCode == HttpStatusCode.ServiceUnavailable && !failure.IsMissing);
        result.Users.Should().HaveCount(25);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.BadRequest)]
    [InlineData(2, HttpStatusCode.BadRequest)]
    [InlineData(15, HttpStatusCode.BadRequest)]
    [InlineData(15, HttpStatusCode.RequestUriTooLong)]
    public async Task ResolveAsync_OneNameRefused_FailsOnlyThatName(int count, HttpStatusCode status)
    {
        string[] names = Names(count);
        using var graph = new FakeGraph(
            NameLookups.UsersUnless(asked => asked.Contains(names[^1]), Answers.Error(status)));

        UserResolveResult result = await graph.Client.Users.ResolveAsync(names, Test.Token);

        result.Failures.Should().ContainSingle().Which.Name.Should().Be(names[^1]);
        result.Users.Should().HaveCount(count - 1);
        graph.Requests.Should().HaveCountLessThanOrEqualTo(9);
    }

    [Fact]
    public async Task ResolveAsync_OneNameOfEachChunkRefused_FailsOnlyThose()
    {
        string[] names = Names(600);
        using var graph = new FakeGraph(NameLookups.UsersUnless(
            asked => asked.Any(n => Array.IndexOf(names, n) % 15 == 7), Answers.Error(HttpStatusCode.BadRequest)));

        UserResolveResult result = await graph.Client.Users.ResolveAsync(names, Test.Token);

        result.Failures.Should().HaveCount(40);
        result.Users.Should().HaveCount(560);
    }

    [Fact]
    public async Task ResolveAsync_EverythingRefused_StopsSearching()
    {
        using var graph = new FakeGraph(_ => Answers.Error(HttpStatusCode.BadRequest));

        UserResolveResult result = await graph.Client.Users.ResolveAsync(Names(1_500), Test.Token);

        result.Failures.Should().HaveCount(1_500);
        graph.Requests.Should().HaveCountLessThanOrEqualTo(100 + 112);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, typeof(PresenceAccessDeniedException))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(PresenceAuthenticationException))]
    public async Task ResolveAsync_AccessRefused_ThrowsAndLeavesNothingUnderWay(HttpStatusCode status, Type type)
    {
        string[] names = Names(90);
        var others = new Gate();
        using var graph = new FakeGraph(request => NameLookups.NamesOf(request).Contains(names[0])
            ? Answers.Error(status).After(_ => others.ArrivedAsync(3))
            : NameLookups.Users(request).After(others.PassAsync));

        (await Awaiting(() => graph.Client.Users.ResolveAsync(names, Test.Token).BoundedAsync()).Should()
            .ThrowAsync<PresenceException>()).Which.Should().BeOfType(type);

        graph.Running.Should().Be(0);
        graph.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task ResolveAsync_Cancelled_EndsWithTheCallersTokenAndLeavesNothingUnderWay()
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => NameLookups.Users(request).After(gate.PassAsync));
        using var caller = new CancellationTokenSource();

        Task<UserResolveResult> call = graph.Client.Users.ResolveAsync(Names(90), caller.Token);
        await gate.ArrivedAsync(4);
        graph.Running.Should().Be(4);

        await call.ShouldEndByAsync(caller);
        graph.Running.Should().Be(0);
        graph.Requests.Should().HaveCount(4);
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public void ResolveAsync_WrongName_ThrowsAtOnceAndSendsNothing(string? name, string message)
    {
        using var graph = new FakeGraph();

        Invoking(() => { _ = graph.Client.Users.ResolveAsync(["adele@contoso.com", name!], Test.Token); })
            .Should().ThrowExactly<ArgumentException>().WithParameterName("names").WithMessage(message);
        Invoking(() => { _ = graph.Client.Users.ResolveAsync(null!, Test.Token); })
            .Should().ThrowExactly<ArgumentNullException>().WithParameterName("names");
        graph.Requests.Should().BeEmpty();
        graph.Credential.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task ResolveAsync_NextPages_AreFollowedWhileTheyBringNames()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore($"{Samples.Root}/users?2", Samples.User(name: "adele@contoso.com"))),
            Answers.Json(Samples.Page(Samples.User(Samples.Alex, "alex@contoso.com"))));

        UserResolveResult result =
            await graph.Client.Users.ResolveAsync(["alex@contoso.com", "adele@contoso.com"], Test.Token);

        result.Users.Select(user => user.Id).Should().Equal(Samples.Alex, Samples.Adele);
    }

    [Fact]
    public async Task ResolveAsync_PagesOfOtherUsersWithoutEnd_FailOnlyTheNamesThatWereNotFound()
    {
        using var graph = new FakeGraph(
        [
            .. Enumerable.Range(1, 40).Select(n => Answers.Json(Samples.PageBefore(
                $"{Samples.Root}/users?{n}", Samples.User(name: "adele@contoso.com"),
                Samples.User(NameLookups.IdOf($"{n}"), $"{n}@contoso.com")))),
        ]);

        UserResolveResult result =
            await graph.Client.Users.ResolveAsync(["alex@contoso.com", "adele@contoso.com"], Test.Token);

        result["adele@contoso.com"].Id.Should().Be(Samples.Adele);
        result.Failures.Should().ContainSingle()
            .Which.Exception!.Message.Should().Contain("has nothing new (11 in a row)");
        graph.Requests.Should().HaveCount(12);
    }

    [Theory]
    [InlineData("adele", "Invalid value 'adele' of userPrincipalName.")]
    [InlineData("d'adele", "Invalid value 'd''adele' of userPrincipalName.")]
    [InlineData("adele@contoso.com", "Invalid value 'adele@contoso.com' of userPrincipalName.")]
    public async Task ResolveAsync_ServiceRepeatsTheName_MessageDoesNot(string name, string words)
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.BadRequest, message: words));

        UserResolveResult result = await graph.Client.Users.ResolveAsync([name], Test.Token);

        result.Failures[0].Exception!.Message.Should().Contain("***").And.NotContain("adele");
        result.Failures[0].Exception!.ServiceMessage.Should().Be(words);
    }

    [Fact]
    public void ResolveAsync_DisposedClient_Throws()
    {
        using var graph = new FakeGraph();
        UsersClient users = graph.Client.Users;
        graph.Client.Dispose();

        Invoking(() => { _ = users.ResolveAsync(["adele@contoso.com"], Test.Token); })
            .Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Result_OfATest_SaysWhatBecameOfEachName()
    {
        var adele = new DirectoryUser { Id = Samples.Adele };
        var result = new UserResolveResult(
        [
            new UserResolveOutcome("adele@contoso.com", adele),
            new UserResolveOutcome("alex@contoso.com"),
            new UserResolveOutcome("megan@contoso.com", Exception: new PresenceException("Slow.")),
        ]);

        result["ADELE@contoso.com"].Should().BeSameAs(adele);
        result.TryGetValue("alex@contoso.com", out _).Should().BeFalse();
        Invoking(() => result["alex@contoso.com"]).Should().Throw<KeyNotFoundException>().WithMessage("*Missing*");
        Invoking(() => result["megan@contoso.com"]).Should().Throw<KeyNotFoundException>().WithMessage("*Failures*");
        Invoking(() => result["diego@contoso.com"]).Should().Throw<KeyNotFoundException>().WithMessage("*not looked*");
        Invoking(() => new UserResolveResult([null!])).Should().ThrowExactly<ArgumentException>();
    }

    private static string[] Names(int count) =>
        [.. Enumerable.Range(1, count).Select(n => $"user{n}@contoso.com")];

    [Fact]
    public void Result_OfNull_IsRefused() => Invoking(() => new UserResolveResult(null!)).Should()
        .Throw<ArgumentNullException>().WithParameterName("outcomes");
}
