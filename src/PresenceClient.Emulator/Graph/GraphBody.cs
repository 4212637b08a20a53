using System.Buffers;
using System.Text.Json;

namespace PresenceClient.Emulator;

/// <summary>
/// A JSON object that a call brought, and how its fields are read. No body at all reads as <c>{}</c>.
/// </summary>
internal sealed class GraphBody : IDisposable
{
    private readonly JsonDocument _document;

    private GraphBody(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    public static Outcome<GraphBody> Parse(ReadOnlySequence<byte> json)
    {
        if (json.IsEmpty)
            return new GraphBody(JsonDocument.Parse("{}"));
        try
        {
            if (!JsonText.IsUnicode(json))
                return GraphError.BadJson;
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new GraphBody(document);
            document.Dispose();
        }
        catch (JsonException)
        {
            // Answered below, as every body that is no object.
        }

        return GraphError.BadJson;
    }

    /// <summary>The text of a field of the body; an error naming the field if it is absent, null or empty.</summary>
    public Outcome<string> RequiredText(string property) => RequiredText(Root, property);

    /// <summary>The text of a field; an error naming the field if it is absent, null or empty.</summary>
    public static Outcome<string> RequiredText(JsonElement parent, string property)
    {
        if (!OptionalText(parent, property).Succeeded(out string? text, out GraphError? error))
            return error;
        return text.Length == 0 ? GraphError.Required(FieldName(property)) : text;
    }

    /// <summary>The text of a field, empty if it is absent or null; an error if it is something else.</summary>
    public static Outcome<string> OptionalText(JsonElement parent, string property)
    {
        if (!parent.TryGetProperty(property, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return "";
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : GraphError.InvalidValue(FieldName(property));
    }

    /// <summary>The name that messages call a property by: they begin with a capital letter.</summary>
    public static string FieldName(string property) => char.ToUpperInvariant(property[0]) + property[1..];

    public void Dispose() => _document.Dispose();
}
