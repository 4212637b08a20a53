using System.Text.Json;
using PresenceClient;

namespace PresenceService.Bodies;

/// <summary>The preferred presence to set, and for how long; null for Graph's default.</summary>
internal sealed record PreferredBody(PreferredPresence Presence, TimeSpan? Duration = null)
{
    private const int LongestEcho = 20;

    private static readonly string[] Presences = Enum.GetNames<PreferredPresence>();

    private static readonly string Rule =
        $"Send a JSON object with \"presence\", one of {string.Join(", ", Presences)}, and optionally \"duration\", "
        + """for example {"presence":"Busy","duration":"PT1H30M"}.""";

    /// <summary>Reads the body of a request; minimal APIs call it for a parameter of this type.</summary>
    public static async ValueTask<PreferredBody> BindAsync(HttpContext context) =>
        await JsonBody.ReadAsync(context.Request, Rule, Of);

    private static PreferredBody Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw JsonBody.Bad($"The body is not a JSON object. {Rule}");
        }

        PreferredPresence? presence = null;
        TimeSpan? duration = null;
        HashSet<string> names = [];
        foreach (JsonProperty property in body.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                throw JsonBody.Bad($"The body has {Echo(property.Name, "a property")} twice. {Rule}");
            }

            switch (property.Name)
            {
                case "presence":
                    presence = ReadPresence(property.Value);
                    break;
                case "duration":
                    duration = ReadDuration(property.Value);
                    break;
                default:
                    throw JsonBody.Bad($"The body has {Echo(property.Name, "a property")}, which is not known. {Rule}");
            }
        }

        return new PreferredBody(presence ?? throw JsonBody.Bad($"\"presence\" is missing. {Rule}"), duration);
    }

    // Enum.Parse would also take numbers and lists.
    private static PreferredPresence ReadPresence(JsonElement value)
    {
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        int index = Array.FindIndex(Presences, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? Enum.Parse<PreferredPresence>(Presences[index])
            : throw JsonBody.Bad($"\"presence\" is {Echo(value)}. Write one of {string.Join(", ", Presences)}.");
    }

    private static TimeSpan? ReadDuration(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when DurationText.TryParse(value.GetString()!, out TimeSpan duration) => duration,
        _ => throw JsonBody.Bad($"\"duration\" is {Echo(value)}. {DurationText.Rule}"),
    };

    private static string Echo(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Echo(value.GetString()!, "not valid"),
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "an array",
        _ => "an object",
    };

    // Problems are logged, so they never repeat an id or a sign-in name.
    private static string Echo(string text, string otherwise) =>
        text.Length > LongestEcho || text.Contains('@', StringComparison.Ordinal) ? otherwise : $"'{text}'";
}
