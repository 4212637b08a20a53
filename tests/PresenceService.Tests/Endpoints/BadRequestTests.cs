using System.Net;
using Microsoft.AspNetCore.Mvc;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Endpoints;

/// <summary>Requests with a wrong address or id do not reach a tenant.</summary>
public sealed class BadRequestTests
{
    private const string Someone = "11111111-1111-4111-8111-111111111111";

    [Theory]
    [InlineData("GET", "/contoso/presence/adele@contoso.com", "The id in the address")]
    [InlineData("GET", "/contoso/presence/{" + Someone + "}", "The id in the address")]
    [InlineData("GET", "/contoso/presence", "?ids=")]
    [InlineData("GET", "/contoso/presence?id=" + Someone, "?ids=")]
    [InlineData("GET", "/contoso/presence?ids=,", "?ids=")]
    [InlineData("GET", "/contoso/presence?ids=" + Someone + ",adele", "Id 2 of 2")]
    [InlineData("DELETE", "/contoso/presence/adele/preferred", "The id in the address")]
    [InlineData("PUT", "/contoso/presence/adele/preferred", "The id in the address", """{"presence":"Busy"}""")]
    public async Task BadId_IsRefusedUnsent(string method, string path, string fault, string? body = null)
    {
        await using TestService service = await TestService.StartAsync();

        ProblemDetails problem = await service.ShouldFailAsync(
            HttpStatusCode.BadRequest, path, HttpMethod.Parse(method), body);

        problem.Detail.Should().Contain(fault).And.Contain("object id");
        service.Contoso.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/contoso/presences", HttpStatusCode.NotFound)]
    [InlineData("POST", "/contoso/presence/" + Someone, HttpStatusCode.MethodNotAllowed)]
    public async Task Address_ThatDoesNotExist_ListsThoseThatDo(string method, string path, HttpStatusCode status)
    {
        await using TestService service = await TestService.StartAsync();

        ProblemDetails problem = await service.ShouldFailAsync(status, path, HttpMethod.Parse(method));

        problem.Detail.Should().Contain("GET /{tenant}/presence/{id}");
    }

    [Theory]
    [InlineData("GET", "/northwind/presence/" + Someone)]
    [InlineData("GET", "/northwind/presence?ids=" + Someone)]
    [InlineData("DELETE", "/northwind/presence/" + Someone + "/preferred")]
    [InlineData("PUT", "/northwind/presence/" + Someone + "/preferred", """{"presence":"Busy"}""")]
    public async Task UnknownTenant_IsNotFound(string method, string path, string? body = null)
    {
        await using TestService service = await TestService.StartAsync();

        ProblemDetails problem = await service.ShouldFailAsync(
            HttpStatusCode.NotFound, path, HttpMethod.Parse(method), body);

        problem.Title.Should().Be("Unknown tenant");
    }
}
