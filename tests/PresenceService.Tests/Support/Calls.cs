using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PresenceService.Endpoints;

namespace PresenceService.Tests.Support;

/// <summary>The calls of the tests to the service.</summary>
internal static class Calls
{
    public static Task<PresenceAnswer?> ReadAsync(this TestService service, string tenant, string id) =>
        service.Http.GetFromJsonAsync<PresenceAnswer>(Address($"/{tenant}/presence/{id}"), TestService.Stop);

    public static Task<PresencesAnswer?> ReadManyAsync(this TestService service, string tenant, params string[] ids) =>
        service.Http.GetFromJsonAsync<PresencesAnswer>(
            Address($"/{tenant}/presence?ids={string.Join(',', ids)}"), TestService.Stop);

    public static async Task PutAsync(this TestService service, string tenant, string id, string body) =>
        (await service.SendAsync(HttpMethod.Put, $"/{tenant}/presence/{id}/preferred", body))
            .StatusCode.Should().Be(HttpStatusCode.NoContent);

    public static async Task DeleteAsync(this TestService service, string tenant, string id) =>
        (await service.SendAsync(HttpMethod.Delete, $"/{tenant}/presence/{id}/preferred"))
            .StatusCode.Should().Be(HttpStatusCode.NoContent);

    public static async Task<HttpResponseMessage> SendAsync(
        this TestService service, HttpMethod method, string path, string? body = null)
    {
        using HttpRequestMessage request = Request(method, path, body);
        return await service.Http.SendAsync(request, TestService.Stop);
    }

    /// <summary>Expects a call to fail with a problem of that status whose detail says more than its title.</summary>
    public static async Task<ProblemDetails> ShouldFailAsync(
        this TestService service, HttpStatusCode status, string path, HttpMethod? method = null, string? body = null)
    {
        using HttpRequestMessage request = Request(method ?? HttpMethod.Get, path, body);
        return await service.ShouldFailAsync(status, request);
    }

    /// <inheritdoc cref="ShouldFailAsync(TestService, HttpStatusCode, string, HttpMethod?, string?)"/>
    public static async Task<ProblemDetails> ShouldFailAsync(
        this TestService service, HttpStatusCode status, HttpRequestMessage request)
    {
        using HttpResponseMessage answer = await service.Http.SendAsync(request, TestService.Stop);
        string text = await answer.Content.ReadAsStringAsync(TestService.Stop);

        answer.StatusCode.Should().Be(status, text);
        answer.Content.Headers.ContentType?.MediaType.Should().Be("application/problem+json");
        // Problems are logged, so they never contain a user or a token.
        text.Should().NotContain("eyJ").And.NotContainAny(service.Contoso.Users.Select(user => user.Id));
        ProblemDetails problem = JsonSerializer.Deserialize<ProblemDetails>(text, JsonSerializerOptions.Web)!;
        problem.Status.Should().Be((int)status);
        problem.Detail.Should().NotBeNullOrEmpty();
        return problem;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body) =>
        new(method, Address(path))
        {
            Content = body is null ? null : new StringContent(body, mediaType: new("application/json")),
        };

    private static Uri Address(string path) => new(path, UriKind.Relative);
}
