using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests;

/// <summary>
/// An emulator on a clock that the test holds, and short ways to call it through the in-memory handler.
/// </summary>
internal sealed class TestTenant : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly TokenCredential _application;

    private TestTenant(PresenceEmulator emulator, FakeTimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
        _http = new HttpClient(emulator.CreateHandler()) { BaseAddress = new Uri("https://graph.microsoft.com/v1.0/") };
        _application = emulator.CreateCredential();
    }

    public static DateTimeOffset Start => ClockedTenant.Start;

    public PresenceEmulator Emulator { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http => _http;

    public string AppId => Emulator.Application.ClientId;

    public static async Task<TestTenant> StartAsync(Action<PresenceEmulatorOptions>? configure = null)
    {
        ClockedTenant tenant = await ClockedTenant.StartAsync(users: 10, configure);
        return new TestTenant(tenant.Emulator, tenant.Clock);
    }

    /// <summary>A user with nothing left of the seeded state.</summary>
    public EmulatedUser BlankUser(int index = 0) => Emulator.BlankUser(index);

    public void Advance(double minutes) => Clock.Advance(TimeSpan.FromMinutes(minutes));

    public Task<Answer> GetAsync(string path, TokenCredential? credential = null) =>
        SendAsync(HttpMethod.Get, path, null, credential);

    public Task<Answer> PostAsync(string path, string? json = null, TokenCredential? credential = null) =>
        SendAsync(HttpMethod.Post, path, json, credential);

    public Task<Answer> ReadAsync(EmulatedUser user, TokenCredential? credential = null) =>
        GetAsync($"users/{user.Id}/presence", credential);

    /// <summary>Writes as the seeded application (or the credential given), and expects it to be done.</summary>
    public async Task WriteAsync(
        EmulatedUser user, string action, string json = "{}", TokenCredential? credential = null)
    {
        Answer answer = await PostAsync($"users/{user.Id}/presence/{action}", json, credential);
        answer.ShouldBeDone();
    }

    /// <summary>Writes as the user, under /me, and expects it to be done.</summary>
    public async Task WriteAsMeAsync(EmulatedUser user, string action, string json = "{}")
    {
        Answer answer = await PostAsync($"me/presence/{action}", json, Emulator.SignIn(user));
        answer.ShouldBeDone();
    }

    public string SessionBody(string availability, string activity, string? duration = null) =>
        $$"""
        { "sessionId": "{{AppId}}", "availability": "{{availability}}", "activity": "{{activity}}"
        {{(duration is null ? "" : $", \"expirationDuration\": \"{duration}\"")}} }
        """;

    public Task<Answer> SendAsync(HttpMethod method, string path, string? json, TokenCredential? credential) =>
        SendContentAsync(
            method, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), credential);

    /// <summary>Sends a body with any Content-Type, or with none.</summary>
    public async Task<Answer> PostBytesAsync(string path, string body, string? contentType)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return await SendContentAsync(HttpMethod.Post, path, content, null);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request) =>
        await Answer.ReadAsync(await _http.SendAsync(request));

    /// <summary>Sends a request with a token of the seeded application, or of the credential given.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request, TokenCredential? credential)
    {
        AccessToken token = await (credential ?? _application)
            .GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), CancellationToken.None);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return await SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    private async Task<Answer> SendContentAsync(
        HttpMethod method, string path, HttpContent? content, TokenCredential? credential)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = content;
        return await SendAsync(request, credential);
    }
}
