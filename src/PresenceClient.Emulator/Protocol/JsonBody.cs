using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PresenceClient.Emulator.Protocol;

/// <summary>How answers are written as JSON.</summary>
internal static class JsonBody
{
    /// <summary>What Graph calls its JSON.</summary>
    public const string ODataType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    /// <summary>As in the service's answers, letters outside ASCII aren't escaped.</summary>
    public static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The bytes of a body.</summary>
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
