using System.Text.Json;
using System.Text.Json.Serialization;

namespace PresenceClient.Cli;

/// <summary>Writes JSON for other programs.</summary>
internal static class JsonOutput
{
    /// <summary>Writes presences as an array.</summary>
    public static void Write(TextWriter output, IEnumerable<PresenceEntry> entries) =>
        output.WriteLine(JsonSerializer.Serialize([.. entries], EntryJson.Default.PresenceEntryArray));

    /// <summary>Writes a change as one line.</summary>
    public static void WriteChange(TextWriter output, PresenceChange change, DirectoryUser user) =>
        output.WriteLine(JsonSerializer.Serialize(new ChangeEntry(change, user), ChangeJson.Default.ChangeEntry));
}

/// <summary>The generated serializer of <see cref="PresenceEntry"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(PresenceEntry[]))]
internal sealed partial class EntryJson : JsonSerializerContext;

/// <summary>The generated serializer of <see cref="ChangeEntry"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChangeEntry))]
internal sealed partial class ChangeJson : JsonSerializerContext;
