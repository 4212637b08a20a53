using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace PresenceClient.Serialization;

/// <summary>
/// A cache of recent texts, so that a page with few different offices and times creates few strings. It is two-way set
/// associative: it keeps two texts with the same hash, and a third replaces the older.
/// </summary>
internal sealed class SharedTexts
{
    private const int Places = 256;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>Finds the string of an ASCII text and the place where it belongs.</summary>
    public string? Find(ReadOnlySpan<byte> utf8, out int place)
    {
        place = Place(utf8);
        return Is(utf8, _texts[place]) ? _texts[place]
            : Is(utf8, _texts[Neighbour(place)]) ? _texts[Neighbour(place)]
            : null;
    }

    /// <summary>Stores a text in its place. The previous text moves to the neighbouring place.</summary>
    public string Keep(int place, string text)
    {
        _texts[Neighbour(place)] = _texts[place];
        return _texts[place] = text;
    }

    private static bool Is(ReadOnlySpan<byte> utf8, string? text) => text is not null && Ascii.Equals(utf8, text);

    private static int Neighbour(int place) => place ^ 1;

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
