using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>Messages are logged, so they contain no user. The service's own text is in a separate property.</summary>
public sealed class MaskingTests
{
    public static TheoryData<HttpStatusCode, string> Cases { get; } = new MatrixTheoryData<HttpStatusCode, string>(
        [HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound,
            HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError],
        [
            Samples.Adele,
            "AAAABBBB-1111-4111-8111-ABCDEF012345",
            "adele@contoso.com",
            "adele.vance#EXT#@contoso.onmicrosoft.com",
            "Jürgen_o@x",
            "o'brien@contoso.com",
            "adele%40contoso.com",
            "11111111111141118111111111111111",
        ]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task NameOrIdInServiceMessage_IsMaskedButKept(HttpStatusCode status, string name)
    {
        string words = $"Cannot set the presence of another user. Authenticated user: {name}, not ('{name}').";
        using var graph = new FakeGraph(Answers.Error(status, "SomeCode", words));

        PresenceException failure = await graph.FailAsync();

        failure.Message.Should().Contain("another user").And.Contain("***").And.NotContain(name);
        failure.ToString().Should().NotContain(name);
        failure.ServiceMessage.Should().Be(words);
    }

    [Fact]
    public async Task CodeAndLineBreaks_AreMaskedAndFlattened()
    {
        using var graph = new FakeGraph(Answers.Error(
            HttpStatusCode.BadRequest, @"adele@contoso.com\nx", @"One line.\r\n2026-09-07 forged: line"));

        (await graph.FailAsync()).Message.Should().NotContain("adele").And.NotContain("\n").And.NotContain("\r");
    }

    [Fact]
    public async Task LongMessageWithoutBlanks_IsMaskedInTime()
    {
        string words = $"{new string('x', 1_000_000)} {Samples.Adele} adele@contoso.com";
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.Forbidden, "SomeCode", words));

        PresenceException failure = await graph.FailAsync();

        failure.Should().BeOfType<PresenceAccessDeniedException>();
        failure.Message.Length.Should().BeLessThan(2_000);
    }

    [Theory]
    [InlineData(Samples.Adele)]
    [InlineData("adele@contoso.com")]
    public async Task NameWhereALongMessageIsCut_IsMaskedWhole(string name)
    {
        string words = new string('x', 990) + " " + name + new string(' ', 100) + "end";
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.Forbidden, "SomeCode", words));

        (await graph.FailAsync()).Message.Should().NotContain(name[..5]);
    }

    [Theory]
    [InlineData("Adele", "Adele")]
    [InlineData("Adele Vance", "ADELE VANCE")]
    [InlineData("Zoë", "Zo%C3%AB")]
    [InlineData("a/b&c", "a%2Fb%26c")]
    public async Task NameThatIsNotASignInName_IsMaskedAsGiven(string name, string echo)
    {
        using var graph = new FakeGraph(Answers.Error(
            HttpStatusCode.NotFound, "Request_ResourceNotFound", $"Resource '{echo}' does not exist, Adeleine does."));

        (await graph.Client.Users[name].Awaiting(u => u.GetUserAsync(Test.Token)).Should()
            .ThrowExactlyAsync<PresenceNotFoundException>()).Which.Message.Should()
            .Contain("Resource '***' does not exist, Adeleine does.");
    }

    [Fact]
    public async Task TextOfAStatusMessage_IsMasked()
    {
        using var graph = new FakeGraph(Answers.Error(
            HttpStatusCode.BadRequest, "InvalidArgument", "The content 'At the doctor\\u0027s <b>' is too long."));

        (await graph.Client.Users[Samples.Adele].StatusMessage
            .Awaiting(s => s.SetAsync("At the doctor's <b>", null, Test.Token)).Should()
            .ThrowExactlyAsync<PresenceException>()).Which.Message.Should().Contain("The content '***' is too long.");
    }

    [Fact]
    public async Task Failure_NeverShowsTheToken()
    {
        using var graph = new FakeGraph(Answers.Throw(new HttpRequestException("Connection refused.")));

        (await graph.FailAsync()).ToString().Should().NotContain("token-1");
    }
}
