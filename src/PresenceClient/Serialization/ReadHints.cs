using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// What saves strings while a page is read: the ids that were asked for, which come back in that order as a rule, and
/// the texts that many presences share.
/// </summary>
internal ref struct ReadHints(ReadOnlySpan<string> ids)
{
    // The service may leave ids out; more than a few in a row only cost strings.
    private const int LookAhead = 8;

    private readonly ReadOnlySpan<string> _ids = ids;
    private SharedTexts? _shared;
    private int _next;

    /// <summary>How many items to expect; 0 if that is not known.</summary>
    public readonly int Expected => _ids.Length;

    /// <summary>An id: the caller's own string where it is, to the letter, one of the next asked for.</summary>
    public string? ReadId(ref readonly Utf8JsonReader reader)
    {
        if (reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false })
        {
            int end = Math.Min(_next + LookAhead, _ids.Length);
            for (int i = _next; i < end; i++)
            {
                if (Ascii.Equals(reader.ValueSpan, _ids[i]))
                {
                    _next = i + 1;
                    return _ids[i];
                }
            }
        }

        return Json.ReadText(in reader, "id");
    }

    /// <summary>A text that other presences of the page are likely to have as well.</summary>
    public string? ReadShared(ref readonly Utf8JsonReader reader, string name) =>
        reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false }
            && (_shared ??= new SharedTexts()).Find(reader.ValueSpan, out int slot) is var known
            ? known ?? _shared.Keep(slot, Json.ReadText(in reader, name)!)
            : Json.ReadText(in reader, name);
}
