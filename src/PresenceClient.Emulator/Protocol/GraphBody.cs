using System.Buffers;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace PresenceClient.Emulator.Protocol;

/// <summary>The JSON object in the body of a call. A missing body is read as <c>{}</c>.</summary>
internal sealed class GraphBody : IDisposable
{
    private readonly JsonDocument _document;

    private GraphBody(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    /// <summary>Reads the body of a call to Graph, which must be JSON and be declared as JSON.</summary>
    public static Outcome<GraphBody> Read(EmulatedCall call, PresenceEmulatorOptions options)
    {
        if (call.IsTooLarge)
        {
            return EmulatedError.TooLarge;
        }

        bool isDeclared = options.AcceptAnyContentType || call.Body.IsEmpty || call.Method is not ("POST" or "PATCH")
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
            // The error for any body that is not an object is returned below.
        }

        return EmulatedError.BadJson;
    }

    /// <summary>
    /// Reads a required text of the body; an error that names the property if it is missing, null or empty.
    /// </summary>
    public Outcome<string> RequiredText(string property) => RequiredText(Root, property);

    /// <summary>Reads a required text; an error that names the property if it is missing, null or empty.</summary>
    public static Outcome<string> RequiredText(JsonElement parent, string property)
    {
        if (!OptionalText(parent, property).Succeeded(out string? text, out EmulatedError? error))
        {
            return error;
        }

        return text.Length == 0 ? EmulatedError.Required(FieldName(property)) : text;
    }

    /// <summary>Reads an optional text, empty if it is missing or null; an error if it is not a text.</summary>
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

    /// <summary>Returns the name of a property in messages, with a capital letter.</summary>
    public static string FieldName(string property) => char.ToUpperInvariant(property[0]) + property[1..];

    private static bool IsJson(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    public void Dispose() => _document.Dispose();
}
