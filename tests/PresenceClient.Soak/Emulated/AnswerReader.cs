using System.Globalization;
using System.Text.Json;

namespace PresenceClient.Soak.Emulated;

/// <summary>
/// Reads questions and answers of the bulk read, without the client's own readers: it is part of the oracle.
/// </summary>
internal sealed class AnswerReader(UserNumbers numbers)
{
    private const int LongestText = 1_024;

    private readonly Dictionary<string, string> _texts = [];

    /// <summary>The users that a question asks for.</summary>
    public List<int> ReadQuestion(ReadOnlySpan<byte> utf8)
    {
        List<int> asked = [];
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid id))
            {
                asked.Add(numbers.Of(id));
            }
        }

        return asked;
    }

    /// <summary>The entries of an answer. Not thread-safe.</summary>
    public List<TenantEntry> ReadAnswer(ReadOnlySpan<byte> utf8)
    {
        List<TenantEntry> entries = [];
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read() && reader.TokenType != JsonTokenType.StartArray)
        {
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            entries.Add(ReadEntry(ref reader));
        }

        return entries;
    }

    private TenantEntry ReadEntry(ref Utf8JsonReader reader)
    {
        int user = 0;
        long sequence = 0;
        var look = new Look();
        while (Next(ref reader, out string property))
        {
            switch (property)
            {
                case "id":
                    user = numbers.Of(reader.GetGuid());
                    break;
                case "sequenceNumber":
                    sequence = long.Parse(Text(ref reader).AsSpan(1), CultureInfo.InvariantCulture);
                    break;
                case "availability":
                    look = look with { Availability = Text(ref reader) };
                    break;
                case "activity":
                    look = look with { Activity = Text(ref reader) };
                    break;
                default:
                    look = ReadPart(ref reader, property, look);
                    break;
            }
        }

        return new TenantEntry(user, look.Single(), sequence);
    }

    private Look ReadPart(ref Utf8JsonReader reader, string part, Look look)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return look;
        }

        while (Next(ref reader, out string property))
        {
            look = (part, property) switch
            {
                ("statusMessage", "message") => ReadPart(ref reader, property, look),
                ("message", "content") => look with { Message = Text(ref reader) },
                ("outOfOfficeSettings", "message") => look with { Reply = Text(ref reader) },
                ("outOfOfficeSettings", "isOutOfOffice") => look with { IsOutOfOffice = reader.GetBoolean() },
                ("workLocation", "source") => look with { LocationSource = Text(ref reader) },
                ("workLocation", "workLocationType") => look with { LocationType = Text(ref reader) },
                ("workLocation", "placeId") => look with { Place = Text(ref reader) },
                _ => Skip(ref reader, look),
            };
        }

        return look;
    }

    private bool Next(ref Utf8JsonReader reader, out string property)
    {
        reader.Read();
        property = "";
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        property = Text(ref reader)!;
        return reader.Read();
    }

    private string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Span<char> buffer = stackalloc char[LongestText];
        ReadOnlySpan<char> text = buffer[..reader.CopyString(buffer)];
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> texts =
            _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!texts.TryGetValue(text, out string? known))
        {
            _texts[known = text.ToString()] = known;
        }

        return known;
    }

    private static Look Skip(ref Utf8JsonReader reader, Look look)
    {
        reader.Skip();
        return look;
    }
}
