using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PresenceClient.Benchmarks.Payloads;

/// <summary>An answer to the bulk read in the service's format, the same for the same seed.</summary>
public static class PresencePayload
{
    private const int Seed = 650;

    private static readonly (string Availability, string Activity)[] States =
    [
        ("Available", "Available"), ("Available", "Available"), ("Away", "Away"), ("Busy", "InACall"),
        ("Busy", "InAMeeting"), ("Busy", "Busy"), ("DoNotDisturb", "Presenting"), ("BeRightBack", "BeRightBack"),
        ("Offline", "Offline"), ("Offline", "OffWork"), ("PresenceUnknown", "PresenceUnknown"),
    ];

    /// <summary>Creates an answer with a number of presences.</summary>
    public static byte[] Create(PayloadKind kind, int count)
    {
        var random = new Random(Seed);
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context",
                "https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.presence)");
            json.WriteStartArray("value");
            for (int i = 0; i < count; i++)
            {
                WritePresence(json, random, i, kind);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Creates the same presences, each as the answer to a single read.</summary>
    public static byte[][] CreateEach(PayloadKind kind, int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(i => Write(json => WritePresence(json, random, i, kind)))];
    }

    /// <summary>Returns the object ids that <see cref="Create"/> writes.</summary>
    public static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(Id)];

    private static string Id(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{index:x8}-1111-4111-8111-{Seed:x12}");

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WritePresence(Utf8JsonWriter json, Random random, int index, PayloadKind kind)
    {
        (string availability, string activity) = States[random.Next(States.Length)];
        json.WriteStartObject();
        json.WriteString("id", Id(index));
        json.WriteString("availability", availability);
        json.WriteString("activity", activity);
        json.WritePropertyName("statusMessage");
        WriteOrNull(json, kind == PayloadKind.Rich && index % 2 == 0, j => WriteStatusMessage(j, random));
        json.WriteStartObject("outOfOfficeSettings");
        json.WriteNull("message");
        json.WriteBoolean("isOutOfOffice", false);
        json.WriteEndObject();
        json.WritePropertyName("workLocation");
        WriteOrNull(json, kind == PayloadKind.Rich && index % 3 == 0, j => WriteWorkLocation(j, random));
        json.WriteString("sequenceNumber", $"A{random.Next():D10}");
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, bool some, Action<Utf8JsonWriter> write)
    {
        if (some)
        {
            write(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    // Texts rarely repeat, but times are often on the quarter hour.
    private static void WriteStatusMessage(Utf8JsonWriter json, Random random)
    {
        DateTime end = new DateTime(2026, 9, 1, 8, 0, 0).AddMinutes(15 * random.Next(40));
        json.WriteStartObject();
        json.WriteString("publishedDateTime", $"2026-08-21T09:11:{random.Next(10, 60)}.5678901Z");
        json.WriteStartObject("message");
        json.WriteString("content", $"In training until {end:HH:mm}, please call me on {random.Next(1_000, 10_000)}");
        json.WriteString("contentType", "text");
        json.WriteEndObject();
        json.WriteStartObject("expiryDateTime");
        json.WriteString("dateTime", end.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        json.WriteString("timeZone", "UTC");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // An organization has about a dozen offices.
    private static void WriteWorkLocation(Utf8JsonWriter json, Random random)
    {
        json.WriteStartObject();
        json.WriteString("source", "manual");
        json.WriteString("workLocationType", "office");
        json.WriteString("placeId", $"6b1f3c5e-2a64-4c0e-9c1e-3f2d7b1a9e{random.Next(12):x2}");
        json.WriteEndObject();
    }
}
