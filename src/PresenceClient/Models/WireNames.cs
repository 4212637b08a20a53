using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PresenceClient;

/// <summary>
/// The spellings of an open Graph enumeration: the names of the members in PascalCase and camelCase. A known spelling
/// is returned as one shared string, any other text unchanged.
/// </summary>
internal static class WireNames<T> where T : struct, Enum
{
    private const string UnknownName = "UnknownFutureValue";

    [SuppressMessage("Usage", "CA2263", Justification = "The generic overload is compiled again for each enumeration.")]
    private static readonly NameTable Table = new(Enum.GetNames(typeof(T)));

    /// <summary>Parses a text, ignoring case: zero for null, the unknown value for an unknown text.</summary>
    public static T Parse(string? text) => Unsafe.BitCast<int, T>(NumberOf(text));

    /// <summary>
    /// Returns the text of a value: the current text if it already means the value, so that nothing the service sent
    /// is lost, or else the name of the value, in PascalCase for presence or in camelCase for work locations.
    /// </summary>
    public static string TextOf(T value, string? current, bool camelCase = false)
    {
        int number = Unsafe.BitCast<T, int>(value);
        if (current is not null && NumberOf(current) == number)
        {
            return current;
        }

        string name = Table.NameOf(number) ?? UnknownName;
        return camelCase ? NameTable.CamelCase(name) : name;
    }

    /// <summary>Finds the shared string of a spelling that matches exactly, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8) => Table.Find(utf8);

    private static int NumberOf(string? text) =>
        text is null ? 0 : Table.NumberOf(text) ?? Table.NumberOf(UnknownName)!.Value;
}
