using System.Net;
using Microsoft.AspNetCore.Mvc;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Endpoints;

/// <summary>What the caller did wrong: nothing of it reaches a tenant.</summary>
public sealed class BadRequestTests
{
    private const string Someone = "11111111-1111-4111-8111-111111111111";

    [Theory]
    [InlineData("GET", "/contoso/presence/adele@contoso.com")]
    [InlineData("GET", "/contoso/presence")]
    [InlineData("GET", "/contoso/presence?ids=,")]
    [InlineData("GET", "/contoso/presence?ids=" + Someone + ",adele")]
    [InlineData("DELETE", "/contoso/presence/adele/preferred")]
    [InlineData("PUT", "/contoso/presence/adele/preferred", """{"presence":"Busy"}""")]
    [InlineData("PUT", "/contoso/presence/" + Someone + "/preferred", """{"presence":"Asleep"}""")]
    [InlineData("PUT", "/contoso/presence/" + Someone + "/preferred", """{"presence":7}""")]
    [InlineData("PUT", "/contoso/presence/" + Someone + "/preferred", """{"presence":"Busy","duration":"-00:01:00"}""")]
    [InlineData("PUT", "/contoso/presence/" + Someone + "/preferred", """{"duration":"01:00:00"}""")]
    [InlineData("PUT", "/contoso/presence/" + Someone + "/preferred", "{")]
    public async Task BadRequest_IsRefusedUnsent(string method, string path, string? body = null)
    {
        await using TestService service = await TestService.StartAsync();

        ProblemDetails problem = await service.ShouldFailAsync(
            HttpStatusCode.BadRequest, path, HttpMethod.Parse(method), body);

        problem.Detail.Should().NotContain(Someone);
        service.Contoso.Requests.Should().BeEmpty();
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
