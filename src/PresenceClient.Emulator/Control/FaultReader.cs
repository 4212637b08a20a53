using System.Text.Json;

namespace PresenceClient.Emulator.Control;

/// <summary>Reads a fault from JSON. Except for the status, its properties have the same names as in C#.</summary>
internal static class FaultReader
{
    /// <summary>The names of the kinds of damage in JSON.</summary>
    public static readonly (string Name, EntryDamage Damage)[] Damages =
    [
        ("duplicate", EntryDamage.Duplicate), ("reorder", EntryDamage.Reorder), ("omit", EntryDamage.Omit),
    ];

    /// <summary>The name of a damage to notifications in JSON.</summary>
    public static string NameOf(NotificationDamage damage) => JsonNamingPolicy.CamelCase.ConvertName(damage.ToString());

    /// <exception cref="ArgumentException">A field is unknown, missing or not valid.</exception>
    public static EmulatorFault Read(JsonElement body)
    {
        if (!body.TryGetProperty("path", out _))
        {
            throw new ArgumentException("'path' is missing. Use * to match any text.");
        }

        var fault = new EmulatorFault();
        foreach (JsonProperty field in body.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.Null)
            {
                fault = Where(fault, field, body) ?? What(fault, field, body) ?? How(fault, field, body);
            }
        }

        return fault.Contradiction() is { } contradiction ? throw new ArgumentException(contradiction) : fault;
    }

    private static EmulatorFault? Where(EmulatorFault fault, JsonProperty field, JsonElement body) => field.Name switch
    {
        "path" => fault with { Path = ControlFields.Text(field) },
        "method" => fault with { Method = ControlFields.Text(field) },
        "probability" => fault with { Probability = ControlFields.Number(field) },
        "skip" => fault with { Skip = ControlFields.Whole(field) },
        "times" => fault with { Times = ControlFields.Whole(field) },
        "duration" => fault with { Duration = ControlFields.Duration(field, body) },
        _ => null,
    };

    private static EmulatorFault? What(EmulatorFault fault, JsonProperty field, JsonElement body) => field.Name switch
    {
        "status" => fault with { StatusCode = ControlFields.Whole(field) },
        "headers" => fault with { Headers = Headers(field) },
        // A body can be a text or a JSON value.
        "body" => fault with
        {
            Body = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : field.Value.GetRawText(),
        },
        "entries" => fault with { Entries = Entries(field) },
        "visibleAfter" => fault with { VisibleAfter = ControlFields.Duration(field, body) },
        "notification" => fault with { Notification = Notification(field) },
        "takesEffect" => fault with { TakesEffect = ControlFields.Flag(field) },
        _ => null,
    };

    private static EmulatorFault How(EmulatorFault fault, JsonProperty field, JsonElement body) => field.Name switch
    {
        "delay" => fault with { Delay = ControlFields.Duration(field, body) },
        "drop" => fault with { Drop = ControlFields.Flag(field) },
        "truncateAt" => fault with { TruncateAt = ControlFields.Whole(field) },
        "trickle" => fault with { Trickle = ControlFields.Duration(field, body) },
        "neverEnds" => fault with { NeverEnds = ControlFields.Flag(field) },
        _ => throw new ArgumentException($"'{field.Name}' is not a field of a fault."),
    };

    private static Dictionary<string, string> Headers(JsonProperty field)
    {
        if (field.Value.ValueKind != JsonValueKind.Object)
        {
            throw ControlFields.Bad(field, "an object of texts");
        }

        return field.Value.EnumerateObject().ToDictionary(header => header.Name, ControlFields.Text);
    }

    private static NotificationDamage Notification(JsonProperty field)
    {
        string name = ControlFields.Text(field);
        NotificationDamage damage = Array.Find(
            Enum.GetValues<NotificationDamage>(), one => NameOf(one).Equals(name, StringComparison.Ordinal));
        return damage != NotificationDamage.None
            ? damage
            : throw ControlFields.Bad(
                field, string.Join(", ", Enum.GetValues<NotificationDamage>().Skip(1).Select(NameOf)));
    }

    private static EntryDamage Entries(JsonProperty field)
    {
        EntryDamage damage = EntryDamage.None;
        foreach (string name in ControlFields.Text(field).Split(','))
        {
            EntryDamage one = Array.Find(Damages, known => known.Name == name.Trim()).Damage;
            damage |= one != EntryDamage.None
                ? one
                : throw ControlFields.Bad(field, "duplicate, reorder, omit, or several separated by commas");
        }

        return damage;
    }
}
