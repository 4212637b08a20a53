using System.Collections.Concurrent;
using System.Text.Json;

namespace PresenceClient.Redis.Trial;

/// <summary>The last entry of each user, for answers after the tenant has been frozen.</summary>
internal static class FrozenAnswer
{
    /// <summary>Notes the entries of an answer, unless a later one is known.</summary>
    public static void Note(byte[] answer, ConcurrentDictionary<string, byte[]> entries)
    {
        using var document = JsonDocument.Parse(answer);
        foreach (JsonElement entry in document.RootElement.GetProperty("value").EnumerateArray())
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(entry);
            entries.AddOrUpdate(entry.GetProperty("id").GetString()!, bytes,
                (_, known) => string.CompareOrdinal(Sequence(known), Sequence(bytes)) > 0 ? known : bytes);
        }
    }

    /// <summary>Answers a request.</summary>
    public static byte[] To(byte[] question, ConcurrentDictionary<string, byte[]> entries)
    {
        using var asked = JsonDocument.Parse(question);
        using var answer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(answer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("value");
            foreach (JsonElement id in asked.RootElement.GetProperty("ids").EnumerateArray())
            {
                if (entries.TryGetValue(id.GetString()!, out byte[]? entry))
                {
                    writer.WriteRawValue(entry);
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return answer.ToArray();
    }

    private static string? Sequence(byte[] entry)
    {
        using var document = JsonDocument.Parse(entry);
        return document.RootElement.GetProperty("sequenceNumber").GetString();
    }
}
