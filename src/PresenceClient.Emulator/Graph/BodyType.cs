using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph;

/// <summary>The properties that a JSON object in a request can have.</summary>
internal sealed class BodyType
{
    private readonly string _unknown;
    private readonly Dictionary<string, BodyType?> _properties;

    private BodyType(string unknown, (string Name, BodyType? Type)[] properties)
    {
        _unknown = unknown;
        _properties = properties.ToDictionary(property => property.Name, property => property.Type);
    }

    /// <summary>Creates the type of an action's parameters; parameters that are objects have a type.</summary>
    public static BodyType Parameters(string action, params (string Name, BodyType? Type)[] parameters) =>
        new($"is not a parameter of the action '{action}'", parameters);

    /// <summary>Creates a type of the schema; properties that are objects have a type.</summary>
    public static BodyType Schema(string name, params (string Name, BodyType? Type)[] properties) =>
        new($"does not exist on type 'microsoft.graph.{name}'", properties);

    /// <summary>Returns an error for the first unknown property at any depth; null if all are known.</summary>
    public EmulatedError? Refuse(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            // Only annotations have an @ in their names.
            if (property.Name.Contains('@', StringComparison.Ordinal))
            {
                continue;
            }

            if (!_properties.TryGetValue(property.Name, out BodyType? type))
            {
                return EmulatedError.UnknownBodyProperty(property.Name, _unknown, _properties.Keys);
            }

            if (type?.Refuse(property.Value) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}
