using System.Buffers;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace PresenceClient.Emulator.Protocol;

/// <summary>
/// A JSON object that a call brought, and how its fields are read. No body at all reads as <c>{}</c>.
/// </summary>
internal sealed class GraphBody : IDisposable
{
    private readonly JsonDocument _document;

    private GraphBody(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    /// <summary>Reads the body of a call to Graph, which must be JSON and say so.</summary>
    public static Outcome<GraphBody> Read(EmulatedCall call, PresenceEmulatorOptions options)
    {
        if (call.IsTooLarge)
        {
            return EmulatedError.TooLarge;
        }

        bool isDeclared = options.AcceptAnyContentType || call.Body.IsEmpty || call.Method != "POST"
            || IsJson(call.ContentType);
        return isDeclared ? Parse(call.Body) : EmulatedError.NotJson(call.ContentType);
    }

    public static Outcome<GraphBody> Parse(ReadOnlySequence<byte> json)
    {
        if (json.IsEmpty)
        {
            return new GraphBody(JsonDocument.Parse("{}"));
        }
        try
        {
            if (!JsonText.IsUnicode(json))
            {
                return EmulatedError.BadJson;
            }
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new GraphBody(document);
            }
            document.Dispose();
        }
        catch (JsonException)
        {
            // Answered below, as every body that is no object.
        }

        return EmulatedError.BadJson;
    }

    /// <summary>The text of a field of the body; an error naming the field if it is absent, null or empty.</summary>
    public Outcome<string> RequiredText(string property) => RequiredText(Root, property);

    /// <summary>The text of a field; an error naming the field if it is absent, null or empty.</summary>
    public static Outcome<string> RequiredText(JsonElement parent, string property)
    {
        if (!OptionalText(parent, property).Succeeded(out string? text, out EmulatedError? error))
        {
            return error;
        }
        return text.Length == 0 ? EmulatedError.Required(FieldName(property)) : text;
    }

    /// <summary>The text of a field, empty if it is absent or null; an error if it is something else.</summary>
    public static Outcome<string> OptionalText(JsonElement parent, string property)
    {
        if (!parent.TryGetProperty(property, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return "";
        }
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : EmulatedError.InvalidValue(FieldName(property));
    }

    /// <summary>The name that messages call a property by: they begin with a capital letter.</summary>
    public static string FieldName(string property) => char.ToUpperInvariant(property[0]) + property[1..];

    private static bool IsJson(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    public void Dispose() => _document.Dispose();
}
