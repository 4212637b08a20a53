using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Batch;

/// <summary>The answer to one request of a batch.</summary>
internal sealed record BatchAnswer(
    string Id, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public bool Failed => Status >= 400;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteNumber("status", Status);
        if (Body.Length > 0 || Headers.Count > 0)
        {
            WriteHeaders(writer);
        }

        if (Body.Length > 0)
        {
            WriteBody(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteHeaders(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("headers");
        foreach ((string name, string value) in Headers)
        {
            writer.WriteString(name, value);
        }

        if (Body.Length > 0 && !Headers.ContainsKey(BatchItem.ContentType))
        {
            writer.WriteString(BatchItem.ContentType, JsonBody.ODataType);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes JSON bodies unchanged, and other bodies in base64, as documented.</summary>
    private void WriteBody(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("body");
        if (IsJson())
        {
            writer.WriteRawValue(Body, skipInputValidation: true);
        }
        else
        {
            writer.WriteBase64StringValue(Body);
        }
    }

    private bool IsJson()
    {
        try
        {
            JsonDocument.Parse(Body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
