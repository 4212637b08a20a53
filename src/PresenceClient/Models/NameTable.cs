using System.Text;

namespace PresenceClient;

/// <summary>
/// The spellings of an enumeration whose values are 0, 1, 2 and so on: its names in PascalCase and camelCase.
/// </summary>
/// <remarks>
/// An array, and not a generic dictionary: a dictionary of an enumeration is compiled for each one when the process
/// starts, which takes longer than all other work before the first request.
/// </remarks>
internal sealed class NameTable
{
    // A power of two, several times the number of spellings.
    private const int Places = 256;

    // Sets the bit in which the lower and the upper case of an ASCII letter differ.
    private const int LowerCase = 0x20;

    private readonly string[] _names;

    // Each spelling is stored at or near the place that its length and two of its letters select.
    private readonly Spelling?[] _spellings = new Spelling?[Places];

    /// <param name="names">The names of the values in PascalCase. A name is at the index of its value.</param>
    public NameTable(string[] names)
    {
        _names = names;
        for (int value = 0; value < names.Length; value++)
        {
            Add(new Spelling(names[value], value));
            Add(new Spelling(CamelCase(names[value]), value));
        }
    }

    /// <summary>Converts a name to camelCase.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Returns the name of a value, or null if the enumeration doesn't have the value.</summary>
    public string? NameOf(int value) => (uint)value < (uint)_names.Length ? _names[value] : null;

    /// <summary>Finds the value of a spelling, ignoring case, or null.</summary>
    public int? NumberOf(string text)
    {
        if (text.Length > 0)
        {
            for (int place = Place(text.Length, text[0], text[^1]);
                _spellings[place] is { } spelling;
                place = (place + 1) % Places)
            {
                if (text.Equals(spelling.Text, StringComparison.OrdinalIgnoreCase))
                {
                    return spelling.Value;
                }
            }
        }

        return null;
    }

    /// <summary>Finds the shared string of a spelling that matches exactly, or null.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
        {
            for (int place = Place(utf8.Length, utf8[0], utf8[^1]);
                _spellings[place] is { } spelling;
                place = (place + 1) % Places)
            {
                if (utf8.SequenceEqual(spelling.Utf8))
                {
                    return spelling.Text;
                }
            }
        }

        return null;
    }

    private static int Place(int length, int first, int last) =>
        ((length * 7) + (first | LowerCase) + ((last | LowerCase) * 3)) % Places;

    private void Add(Spelling spelling)
    {
        int place = Place(spelling.Text.Length, spelling.Text[0], spelling.Text[^1]);
        while (_spellings[place] is not null)
        {
            place = (place + 1) % Places;
        }

        _spellings[place] = spelling;
    }

    private sealed class Spelling(string text, int value)
    {
        public readonly byte[] Utf8 = Encoding.UTF8.GetBytes(text);

        public readonly string Text = text;

        public readonly int Value = value;
    }
}
