using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace PresenceClient;

/// <summary>
/// The spellings of an open Graph enumeration: the names of the members in PascalCase and camelCase. A known spelling
/// is returned as one shared string, any other text unchanged.
/// </summary>
internal static class WireNames<T> where T : struct, Enum
{
    private const string UnknownName = "UnknownFutureValue";

    // A power of two, several times the number of spellings.
    private const int Places = 256;

    private static readonly T Unknown = Enum.Parse<T>(UnknownName);

    private static readonly FrozenDictionary<string, T> Values = Enum.GetNames<T>()
        .ToFrozenDictionary(static name => name, Enum.Parse<T>, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<T, string> Names = Values.ToFrozenDictionary(
        static pair => pair.Value, static pair => pair.Key);

    // Each spelling is stored at or near the place that its length and two of its letters select.
    private static readonly Spelling?[] Spellings = Spread();

    /// <summary>Parses a text, ignoring case: zero for null, the unknown value for an unknown text.</summary>
    public static T Parse(string? text) =>
        text is null ? default : Values.TryGetValue(text, out T value) ? value : Unknown;

    /// <summary>
    /// Returns the text of a value: the current text if it already means the value, so that nothing the service sent
    /// is lost, or else the name of the value, in PascalCase for presence or in camelCase for work locations.
    /// </summary>
    public static string TextOf(T value, string? current, bool camelCase = false)
    {
        if (current is not null && EqualityComparer<T>.Default.Equals(Parse(current), value))
        {
            return current;
        }

        string name = Names.GetValueOrDefault(value, UnknownName);
        return camelCase ? CamelCase(name) : name;
    }

    /// <summary>Converts a name to camelCase, the spelling of work-location values.</summary>
    public static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Finds the shared string of a spelling that matches exactly, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
        {
            for (int place = Place(utf8); Spellings[place] is { } spelling; place = (place + 1) % Places)
            {
                if (utf8.SequenceEqual(spelling.Utf8))
                {
                    return spelling.Text;
                }
            }
        }

        return null;
    }

    private static int Place(ReadOnlySpan<byte> utf8) => ((utf8.Length * 7) + utf8[0] + (utf8[^1] * 3)) % Places;

    private static Spelling?[] Spread()
    {
        var spellings = new Spelling?[Places];
        foreach (string text in Enum.GetNames<T>().SelectMany(static name => new[] { name, CamelCase(name) }))
        {
            var spelling = new Spelling(Encoding.UTF8.GetBytes(text), text);
            int place = Place(spelling.Utf8);
            while (spellings[place] is not null)
            {
                place = (place + 1) % Places;
            }

            spellings[place] = spelling;
        }

        return spellings;
    }

    private sealed record Spelling(byte[] Utf8, string Text);
}
