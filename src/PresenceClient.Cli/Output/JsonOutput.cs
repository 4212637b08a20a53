using System.Text.Json;
using System.Text.Json.Serialization;

namespace PresenceBoard;

/// <summary>Writes JSON for other programs.</summary>
internal static class JsonOutput
{
    /// <summary>Writes presences as an array.</summary>
    public static void Write(TextWriter output, IEnumerable<PresenceEntry> entries) =>
        output.WriteLine(JsonSerializer.Serialize([.. entries], EntryJson.Default.PresenceEntryArray));

    /// <summary>Writes a change as one line, at once.</summary>
    public static void WriteLine(TextWriter output, ChangeEntry change)
    {
        output.WriteLine(JsonSerializer.Serialize(change, ChangeJson.Default.ChangeEntry));
        output.Flush();
    }
}

/// <summary>The generated serializer of <see cref="PresenceEntry"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(PresenceEntry[]))]
internal sealed partial class EntryJson : JsonSerializerContext;

/// <summary>The generated serializer of <see cref="ChangeEntry"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChangeEntry))]
internal sealed partial class ChangeJson : JsonSerializerContext;
