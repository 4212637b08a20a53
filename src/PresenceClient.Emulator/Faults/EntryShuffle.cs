using System.Text.Json;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Faults;

/// <summary>Removes, duplicates and reorders the entries of a collection.</summary>
internal static class EntryShuffle
{
    public static byte[] Apply(byte[] json, EntryDamage damage, SeededRandom random)
    {
        if (damage == EntryDamage.None || json.Length == 0)
        {
            return json;
        }

        using var document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        if (!root.TryGetProperty("value", out JsonElement value) || value.GetArrayLength() == 0)
        {
            return json;
        }

        List<JsonElement> entries = [.. value.EnumerateArray()];
        Shuffle(entries, damage, ref random);
        return JsonBody.Render(writer => Write(writer, root, entries));
    }

    private static void Shuffle(List<JsonElement> entries, EntryDamage damage, ref SeededRandom random)
    {
        if (damage.HasFlag(EntryDamage.Omit))
        {
            entries.RemoveAt(random.Next(entries.Count));
        }

        if (damage.HasFlag(EntryDamage.Duplicate) && entries.Count > 0)
        {
            entries.Insert(random.Next(entries.Count + 1), entries[random.Next(entries.Count)]);
        }

        if (!damage.HasFlag(EntryDamage.Reorder) || entries.Count < 2)
        {
            return;
        }

        // Sattolo's algorithm: every entry gets another place.
        for (int last = entries.Count - 1; last > 0; last--)
        {
            int other = random.Next(last);
            (entries[last], entries[other]) = (entries[other], entries[last]);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement root, List<JsonElement> entries)
    {
        writer.WriteStartObject();
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!property.NameEquals("value"))
            {
                property.WriteTo(writer);
                continue;
            }

            writer.WriteStartArray("value");
            foreach (JsonElement entry in entries)
            {
                entry.WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
