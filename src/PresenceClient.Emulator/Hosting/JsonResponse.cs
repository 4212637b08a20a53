using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator;

/// <summary>Writes JSON straight into the response's buffers.</summary>
internal static class JsonResponse
{
    /// <summary>What Graph calls its JSON.</summary>
    public const string ODataType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private const string PlainType = "application/json; charset=utf-8";

    // As the service does, letters outside ASCII go out as they are.
    private static readonly JsonWriterOptions Relaxed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The bytes of a body.</summary>
    public static byte[] Render(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
            body(writer);
        return buffer.WrittenSpan.ToArray();
    }

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
        var writer = new Utf8JsonWriter(response.BodyWriter, Relaxed);
        await using (writer.ConfigureAwait(false))
            body(writer);
        await response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
