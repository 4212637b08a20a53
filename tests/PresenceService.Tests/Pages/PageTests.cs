using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PresenceClient.Emulator;
using PresenceService.People;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Pages;

/// <summary>The page, what it reads, and the description of the API.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/wall.js", "text/javascript")]
    [InlineData("/states.js", "text/javascript")]
    [InlineData("/wall.css", "text/css")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task File_OfThePage_HasAStrictPolicyAndNothingInline(string path, string type)
    {
        await using TestService service = await TestService.StartAsync();
        using HttpResponseMessage answer = await service.SendAsync(HttpMethod.Get, path);
        string text = await answer.Content.ReadAsStringAsync(TestService.Stop);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
        answer.Headers.GetValues("Content-Security-Policy").Single().Should()
            .StartWith("default-src 'none'; script-src 'self'; style-src 'self';").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        text.Should().NotContainAny(" style=", " onclick=", "<style", "innerHTML", "https://");
    }

    [Fact]
    public async Task Tenants_AreThoseOfTheConfiguration()
    {
        await using TestService service = await TestService.StartAsync();

        (await service.Http.GetFromJsonAsync<string[]>(new Uri("/tenants", UriKind.Relative), TestService.Stop))
            .Should().Equal("contoso", "fabrikam");
    }

    [Fact]
    public async Task People_AreThoseWhoCanSignIn_ReadOnce()
    {
        await using TestService service = await TestService.StartAsync();

        TenantPeople people = await PeopleAsync(service);
        int requests = service.Contoso.Requests.Count;
        await PeopleAsync(service);

        people.People.Should().BeEquivalentTo(service.Contoso.Users.Where(user => user.AccountEnabled)
            .Select(user => new Person(user.Id, user.DisplayName)));
        people.Teams.Should().NotBeEmpty().And.OnlyContain(team => team.Members.Count > 0);
        service.Contoso.Requests.Should().HaveCount(requests);
    }

    [Fact]
    public async Task People_OfATenantThatFailsLater_AreTheLastOnes()
    {
        await using TestService service = await TestService.StartAsync(("Directory:MaxAgeMinutes", "0"));
        TenantPeople before = await PeopleAsync(service);
        service.Contoso.InjectFault(EmulatorFault.Status(503));

        (await PeopleAsync(service)).People.Should().Equal(before.People);
    }

    [Fact]
    public async Task People_OfATenantThatFails_AreAProblem()
    {
        await using TestService service = await TestService.StartAsync();
        service.Contoso.InjectFault(EmulatorFault.Status(503));

        await service.ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "/contoso/people");
        await service.ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "/contoso/events");
    }

    [Theory]
    [InlineData("/nowhere/people", HttpStatusCode.NotFound)]
    [InlineData("/nowhere/events", HttpStatusCode.NotFound)]
    [InlineData("/contoso/events?group=Nowhere", HttpStatusCode.NotFound)]
    [InlineData("/contoso/events?ids=x", HttpStatusCode.BadRequest)]
    public async Task Request_ThatIsNotValid_IsAProblem(string path, HttpStatusCode status)
    {
        await using TestService service = await TestService.StartAsync();

        await service.ShouldFailAsync(status, path);
    }

    [Fact]
    public async Task Problem_ForABrowser_IsAPage()
    {
        await using TestService service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/contoso/presence/<b>");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using HttpResponseMessage answer = await service.Http.SendAsync(request, TestService.Stop);
        string text = await answer.Content.ReadAsStringAsync(TestService.Stop);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        answer.Headers.Contains("Content-Security-Policy").Should().BeTrue();
        text.Should().Contain("<h1>Bad id (400)</h1>").And.Contain("object id").And.NotContain("<b>");
    }

    [Fact]
    public async Task OpenApi_DescribesEveryEndpoint()
    {
        await using TestService service = await TestService.StartAsync();

        JsonElement document = await service.Http.GetFromJsonAsync<JsonElement>(
            new Uri("/openapi/v1.json", UriKind.Relative), TestService.Stop);
        JsonProperty[] paths = [.. document.GetProperty("paths").EnumerateObject()];

        paths.Select(path => path.Name).Should().BeEquivalentTo(
            "/tenants", "/{tenant}/people", "/contoso/events", "/fabrikam/events", "/health",
            "/{tenant}/presence", "/{tenant}/presence/{id}", "/{tenant}/presence/{id}/preferred");
        foreach (JsonProperty operation in paths.SelectMany(path => path.Value.EnumerateObject()))
        {
            operation.Value.GetProperty("summary").GetString().Should().NotBeNullOrEmpty();
            operation.Value.GetProperty("responses").EnumerateObject().Should().NotBeEmpty();
        }

        JsonElement put = document.GetProperty("paths").GetProperty("/{tenant}/presence/{id}/preferred")
            .GetProperty("put");
        put.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _)
            .Should().BeTrue();
        put.GetProperty("responses").EnumerateObject().Select(response => response.Name)
            .Should().Contain(["204", "400", "403", "404", "413", "415", "429", "502", "503", "504"]);
        JsonElement events = document.GetProperty("paths").GetProperty("/contoso/events").GetProperty("get");
        events.GetProperty("responses").GetProperty("200").GetProperty("content")
            .TryGetProperty("text/event-stream", out _).Should().BeTrue();
        events.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString())
            .Should().Equal("ids", "group", "Last-Event-ID");
        document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name)
            .Should().Contain(["PresenceAnswer", "PresencesAnswer", "PreferredBody", "ProblemDetails", "TenantPeople"]);
    }

    private static async Task<TenantPeople> PeopleAsync(TestService service) =>
        (await service.Http.GetFromJsonAsync<TenantPeople>(
            new Uri("/contoso/people", UriKind.Relative), TestService.Stop))!;
}
