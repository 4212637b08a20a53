using System.Text.Json;
using System.Text.Json.Serialization;

namespace PresenceBoard;

/// <summary>Writes presences as a JSON array.</summary>
internal static class JsonOutput
{
    public static void Write(TextWriter output, IEnumerable<PresenceEntry> entries) =>
        output.WriteLine(JsonSerializer.Serialize([.. entries], EntryJson.Default.PresenceEntryArray));
}

/// <summary>The generated serializer of <see cref="PresenceEntry"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(PresenceEntry[]))]
internal sealed partial class EntryJson : JsonSerializerContext;
