using System.Text.Json;
using PresenceClient.Emulator.Graph.Writes;

namespace PresenceClient.Emulator.Control;

/// <summary>Reads the fields of control calls. A field of the wrong type is an argument error.</summary>
internal static class ControlFields
{
    /// <summary>Reads an array of texts; empty if it is missing, and null if it is anything else.</summary>
    public static string[]? Texts(JsonElement parent, string property)
    {
        if (!parent.TryGetProperty(property, out JsonElement list))
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : null;
    }

    public static string Text(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : throw Bad(field, "a text");

    public static bool Flag(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Bad(field, "true or false"),
    };

    public static int Whole(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out int value)
            ? value
            : throw Bad(field, "a whole number");

    public static double Number(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.Number ? field.Value.GetDouble() : throw Bad(field, "a number");

    public static TimeSpan Duration(JsonProperty field, JsonElement parent) =>
        WriteFields.ReadDuration(parent, field.Name, out TimeSpan? read) is null && read is { } time
            ? time
            : throw Bad(field, "an ISO 8601 duration, for example PT2S");

    public static ArgumentException Bad(JsonProperty field, string what) =>
        new($"'{field.Name}' must be {what}.");
}
