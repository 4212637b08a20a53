using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace PresenceClient;

/// <summary>
/// The wire spellings of an open enumeration of Graph: its members' names, in PascalCase and camelCase. A known
/// spelling comes back as one shared string, any other text as it is.
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

    // Every spelling in a place of its own or one near it, found by its length and two of its letters.
    private static readonly Spelling?[] Spellings = Spread();

    /// <summary>The value of a text, ignoring case; zero for none, the unknown value for a text not known.</summary>
    public static T Parse(string? text) =>
        text is null ? default : Values.TryGetValue(text, out T value) ? value : Unknown;

    /// <summary>
    /// The text of a value: the one that is there, if it means the value, so that nothing that came over the wire is
    /// lost; else the value's name, in PascalCase as presence is spelled or in camelCase as work locations are.
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

    /// <summary>The same name with a small first letter, as work-location values are spelled on the wire.</summary>
    public static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The shared string of a spelling known to the letter, or null.</summary>
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
