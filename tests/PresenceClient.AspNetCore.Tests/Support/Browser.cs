using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.ServerSentEvents;

namespace PresenceClient.AspNetCore.Tests.Support;

/// <summary>Reads a stream of events as a browser does.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private Browser(HttpClient http, HttpResponseMessage answer, Stream body)
    {
        (_http, Answer) = (http, answer);
        _parser = SseParser.Create(body);
        _events = _parser.EnumerateAsync(Bounded.Stop).GetAsyncEnumerator(Bounded.Stop);
    }

    public HttpResponseMessage Answer { get; }

    /// <summary>The id that a browser sends when it reconnects.</summary>
    public string LastEventId => _parser.LastEventId;

    public TimeSpan ReconnectionInterval => _parser.ReconnectionInterval;

    /// <summary>Opens a stream, and requires that it is one.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The browser disposes it.")]
    public static async Task<Browser> OpenAsync(
        TestApp app, string path = "/events", string? lastEventId = null, int version = 1)
    {
        HttpClient http = CreateClient(app, version);
        HttpResponseMessage answer = await SendAsync(http, path, version, lastEventId);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return new Browser(http, answer, await answer.Content.ReadAsStreamAsync(Bounded.Stop));
    }

    /// <summary>Sends a request, and returns the answer once its headers are there.</summary>
    public static async Task<HttpResponseMessage> GetAsync(TestApp app, string path)
    {
        using HttpClient http = CreateClient(app, version: 1);
        return await SendAsync(http, path, version: 1, lastEventId: null);
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<Event?> NextAsync() =>
        await _events.MoveNextAsync().AsTask().BoundedAsync() ? new Event(_events.Current) : null;

    /// <summary>The next events up to a status with an id, which ends a sweep.</summary>
    public async Task<List<Event>> SweepAsync()
    {
        List<Event> events = [];
        do
        {
            events.Add((await NextAsync())!);
        }
        while (events[^1].Id is null);
        return events;
    }

    /// <summary>The next events up to the end of a sweep that has an event of that name.</summary>
    public async Task<List<Event>> UntilAsync(string name)
    {
        List<Event> events = [];
        while (!events.Exists(item => item.Name == name))
        {
            events.AddRange(await SweepAsync());
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        Answer.Dispose();
        _http.Dispose();
        try
        {
            await _events.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A read that is under way ends with its connection.
        }
    }

    private static HttpClient CreateClient(TestApp app, int version) =>
        new() { BaseAddress = app.Address(version), Timeout = Timeout.InfiniteTimeSpan };

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient http, string path, int version, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Version = new Version(version, version == 1 ? 1 : 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Bounded.Stop).BoundedAsync();
    }
}
