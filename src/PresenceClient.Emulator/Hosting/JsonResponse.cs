using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Hosting;

/// <summary>Writes JSON directly to the buffers of the response.</summary>
internal static class JsonResponse
{
    private const string PlainType = "application/json; charset=utf-8";

    /// <summary>Sends a status and, if there is one, a body.</summary>
    public static async Task WriteAsync(
        HttpContext context, int status, Action<Utf8JsonWriter>? body, string contentType = PlainType)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        if (body is null)
        {
            response.ContentLength = 0;
            return;
        }

        response.ContentType = contentType;
        var writer = new Utf8JsonWriter(response.BodyWriter, JsonBody.Options);
        await using (writer.ConfigureAwait(false))
        {
            body(writer);
        }

        await response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
