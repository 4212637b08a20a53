using System.Globalization;
using PresenceClient.Soak.Wire.Leaks;

namespace PresenceClient.Soak.Wire.Tenant;

/// <summary>A user of the run. The object id contains the number of the call, so the server knows the call.</summary>
/// <param name="Call">The number of the call.</param>
/// <param name="Place">The place among the users of the call, up to 65,535.</param>
/// <param name="Trait">How the server treats the user.</param>
internal readonly record struct UserKey(int Call, int Place, Trait Trait)
{
    private const int CallDigits = 8;

    private const int PlaceStart = 9;

    private const int TraitStart = 15;

    private const int Length = 36;

    /// <summary>The object id.</summary>
    public string Id => $"{Call:x8}-{Place:x4}-4{(int)Trait:x1}00-8000-{Marks.Id}";

    /// <summary>The sign-in name of the same user.</summary>
    public string Name => $"{Call:x8}.{Place:x4}@{Marks.Name}.example";

    /// <summary>The text for the user's status message.</summary>
    public string StatusText => $"Back soon {Marks.StatusText} {Call:x8}.{Place:x4}";

    public static bool TryParse(ReadOnlySpan<char> id, out UserKey key)
    {
        key = default;
        if (id.Length != Length
            || !id.EndsWith(Marks.Id, StringComparison.OrdinalIgnoreCase)
            || !TryHex(id[..CallDigits], out int call)
            || !TryHex(id.Slice(PlaceStart, 4), out int place)
            || !TryHex(id.Slice(TraitStart, 1), out int trait))
        {
            return false;
        }

        key = new UserKey(call, place, (Trait)trait);
        return true;
    }

    public static bool TryParseName(ReadOnlySpan<char> name, out UserKey key)
    {
        key = default;
        if (!name.EndsWith($"@{Marks.Name}.example", StringComparison.OrdinalIgnoreCase)
            || !TryHex(name[..CallDigits], out int call)
            || !TryHex(name.Slice(PlaceStart, 4), out int place))
        {
            return false;
        }

        key = new UserKey(call, place, Trait.Known);
        return true;
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
