using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>An HTTP/2 listener over TLS, hosted by Kestrel.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Http2Server(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<Http2Server> StartAsync(
        X509Certificate2 certificate, Func<WireRequest, IWire, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.UseHttps(certificate);
            });
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        WebApplication app = builder.Build();
        app.Run(context => AnswerAsync(context, answer));
        await app.StartAsync();
        return new Http2Server(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Func<WireRequest, IWire, Task> answer)
    {
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await answer(
                new WireRequest(
                    context.Request.Method,
                    $"{context.Request.Path}{context.Request.QueryString}",
                    [.. context.Request.Headers.Select(static header =>
                        KeyValuePair.Create(header.Key, header.Value.ToString()))],
                    body.ToArray()),
                new Http2Wire(context));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client closed the connection.
        }
    }
}
