using System.Text.Json;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>A property of users, with its value as text.</summary>
internal sealed record UserField(string Name, Func<EmulatedUser, string> Value)
{
    public const string True = "true";
    public const string False = "false";

    /// <summary>Whether the value is a Boolean and not a text.</summary>
    public bool IsBoolean { get; init; }

    /// <summary>
    /// Whether the property is returned by default, and to callers that can read only basic profiles.
    /// </summary>
    public bool InBasicProfile { get; init; } = true;

    public void Write(Utf8JsonWriter writer, EmulatedUser user)
    {
        if (IsBoolean)
        {
            writer.WriteBoolean(Name, Value(user) == True);
        }
        else
        {
            writer.WriteString(Name, Value(user));
        }
    }
}
