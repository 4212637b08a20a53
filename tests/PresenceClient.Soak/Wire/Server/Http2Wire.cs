using Microsoft.AspNetCore.Http;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>An answer over an HTTP/2 stream.</summary>
internal sealed class Http2Wire(HttpContext context) : IWire
{
    public Task HeadAsync(int status, IReadOnlyList<KeyValuePair<string, string>> headers, long? length)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        foreach ((string name, string value) in headers.Where(static header => header.Key != "Connection"))
        {
            response.Headers.Append(name, value);
        }

        response.ContentLength = status is 204 or 304 ? null : length;
        return response.StartAsync(context.RequestAborted);
    }

    public async Task BodyAsync(ReadOnlyMemory<byte> bytes)
    {
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    public Task EndAsync() => Task.CompletedTask;

    public Task BytesAsync(ReadOnlyMemory<byte> bytes) =>
        throw new NotSupportedException("Kestrel sends nothing but HTTP.");

    public void Cut(bool reset) => context.Abort();

    public Task FreezeAsync() => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
}
