using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace PresenceClient.Serialization;

/// <summary>
/// The texts that were read last, so that the offices and times of a page are a handful of strings and not one for each
/// presence. Two fit in a pair of places; a third replaces the older.
/// </summary>
internal sealed class SharedTexts
{
    private const int Places = 256;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The string of an ASCII text, if it is here, and the place that is its.</summary>
    public string? Find(ReadOnlySpan<byte> utf8, out int place)
    {
        place = Place(utf8);
        return Is(utf8, _texts[place]) ? _texts[place]
            : Is(utf8, _texts[Beside(place)]) ? _texts[Beside(place)]
            : null;
    }

    /// <summary>Puts a text in its place; the one that was there moves to the place beside.</summary>
    public string Keep(int place, string text)
    {
        _texts[Beside(place)] = _texts[place];
        return _texts[place] = text;
    }

    private static bool Is(ReadOnlySpan<byte> utf8, string? text) => text is not null && Ascii.Equals(utf8, text);

    private static int Beside(int place) => place ^ 1;

    private static int Place(ReadOnlySpan<byte> utf8)
    {
        uint hash = (uint)utf8.Length;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(utf8))
        {
            hash = BitOperations.Crc32C(hash, word);
        }

        foreach (byte rest in utf8[(utf8.Length & ~7)..])
        {
            hash = BitOperations.Crc32C(hash, rest);
        }

        return (int)(hash % Places);
    }
}
