using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PresenceClient.Emulator;

namespace PresenceClient.Redis.Trial;

/// <summary>
/// The tenant for the hosts' processes: an emulator with simulated activity, behind a server that notes each answer.
/// </summary>
internal sealed class TenantServer : IAsyncDisposable
{
    private const string Graph = "https://graph.microsoft.com";
    private const string BulkRead = "/v1.0/communications/getPresencesByUserId";

    private readonly PresenceEmulator _tenant;
    private readonly HttpClient _graph;
    private readonly TokenCredential _credential;
    private readonly ConcurrentQueue<long> _requests = new();
    private readonly ConcurrentDictionary<string, byte[]> _frozen = new();
    private readonly WebApplication _app;
    private volatile bool _isFrozen;

    private TenantServer(PresenceEmulator tenant)
    {
        (_tenant, _credential) = (tenant, tenant.CreateCredential());
        _graph = new HttpClient(tenant.CreateHandler());
        Ids = [.. tenant.Users.Select(static user => user.Id)];
        History = new TenantHistory(Ids);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost(BulkRead, AnswerAsync);
    }

    public IReadOnlyList<string> Ids { get; }

    public TenantHistory History { get; }

    /// <summary>The number of requests of the hosts.</summary>
    public int Requests => _requests.Count;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses.First() + "/v1.0");

    public static async Task<TenantServer> StartAsync(int users, int seed)
    {
        PresenceEmulator tenant = await PresenceEmulator.StartAsync(o =>
        {
            (o.Users, o.Seed, o.Live) = (users, seed, true);
        });
        var server = new TenantServer(tenant);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A handler for a client in this process. It reads the same tenant, unnoticed by the history.</summary>
    public HttpMessageHandler CreateHandler() => _tenant.CreateHandler();

    public TokenCredential CreateCredential() => _tenant.CreateCredential();

    /// <summary>Stops time in the tenant: each request is answered as it was answered last.</summary>
    public void Freeze() => _isFrozen = true;

    /// <summary>The most requests in any 30 seconds.</summary>
    public int MostIn30Seconds()
    {
        long[] times = [.. _requests.Order()];
        int most = 0;
        for (int first = 0, last = 0; last < times.Length; last++)
        {
            while (Stopwatch.GetElapsedTime(times[first], times[last]) >= TimeSpan.FromSeconds(30))
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _graph.Dispose();
        await _tenant.DisposeAsync();
    }

    // A frozen tenant answers from the last states, whatever users a request asks for.
    private async Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue(Stopwatch.GetTimestamp());
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        byte[] answer = _isFrozen
            ? FrozenAnswer.To(body.ToArray(), _frozen)
            : await ReadAsync(body.ToArray(), context.RequestAborted);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private async Task<byte[]> ReadAsync(byte[] question, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Graph + BulkRead);
        request.Content = new ByteArrayContent(question);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        AccessToken token = await _credential.GetTokenAsync(
            new TokenRequestContext([Graph + "/.default"]), cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        using HttpResponseMessage response = await _graph.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        History.Note(answer);
        FrozenAnswer.Note(answer, _frozen);
        return answer;
    }
}
