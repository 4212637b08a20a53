using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PresenceClient.Emulator.Protocol;

/// <summary>Writes answers as JSON.</summary>
internal static class JsonBody
{
    /// <summary>The content type of Graph's JSON.</summary>
    public const string ODataType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    /// <summary>As in the service's answers, letters outside ASCII are not escaped.</summary>
    public static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Renders a body as bytes.</summary>
    public static byte[] Render(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            body(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
