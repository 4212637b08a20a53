using System.Buffers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PresenceClient.AspNetCore.Events;

/// <summary>Writes a stream of events as the answer to a request.</summary>
internal static class EventWriter
{
    // A browser that reads gets what is on its way to it; one that does not read cannot delay the end.
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(1);

    public static async Task WriteAsync(
        HttpContext context, IAsyncEnumerable<SseItem<object>> events, CancellationToken stop)
    {
        HttpResponse response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store, no-transform";
        response.Headers.ContentEncoding = "identity";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using CancellationTokenRegistration end = stop.Register(() => abort.CancelAfter(LastWrite));
        try
        {
            await SseFormatter.WriteAsync(events, response.Body, Format, abort.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static void Format(SseItem<object> item, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output);
        JsonSerializer.Serialize(writer, item.Data, EventJson.Default.GetTypeInfo(item.Data.GetType())!);
    }
}
