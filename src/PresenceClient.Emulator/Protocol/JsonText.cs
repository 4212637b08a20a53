using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace PresenceClient.Emulator.Protocol;

/// <summary>
/// Detects text that is not Unicode, in bytes or escapes. A parser checks neither until the text is read.
/// </summary>
internal static class JsonText
{
    public static bool IsUnicode(ReadOnlySequence<byte> json)
    {
        ReadOnlySpan<byte> utf8 = json.IsSingleSegment ? json.FirstSpan : json.ToArray();
        return Utf8.IsValid(utf8) && (utf8.IndexOf("\\u"u8) < 0 || EscapesAreUnicode(utf8));
    }

    private static bool EscapesAreUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
