using System.Globalization;
using System.Text.RegularExpressions;

namespace PresenceClient.Tool;

/// <summary>Reads durations as people write them: 90m, 1h30m, 2d, or PT1H30M.</summary>
internal static partial class DurationText
{
    /// <summary>The rule for durations.</summary>
    public const string Rule = "a duration longer than zero, for example 30m, 1h, 1h30m, 2d or PT1H30M";

    private static readonly (string Group, TimeSpan Unit)[] Units =
    [
        ("days", TimeSpan.FromDays(1)),
        ("hours", TimeSpan.FromHours(1)),
        ("minutes", TimeSpan.FromMinutes(1)),
        ("seconds", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>Reads a duration longer than zero; null for another text.</summary>
    public static TimeSpan? TryParse(string text)
    {
        Match form = Plain().Match(text) is { Success: true } plain ? plain : Iso().Match(text);
        double seconds = Units.Sum(unit => Number(form.Groups[unit.Group]) * unit.Unit.TotalSeconds);
        return seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double Number(Group digits) =>
        digits.Success ? double.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    // At most six digits, so that the sum is a duration.
    [GeneratedRegex("""
        ^((?<days>[0-9]{1,6}(\.[0-9]{1,6})?)[dD])?
        \ ?((?<hours>[0-9]{1,6}(\.[0-9]{1,6})?)[hH])?
        \ ?((?<minutes>[0-9]{1,6}(\.[0-9]{1,6})?)([mM]|min))?
        \ ?((?<seconds>[0-9]{1,6})[sS])?\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex("""
        ^P((?<days>[0-9]{1,6})D)?
        (T((?<hours>[0-9]{1,6}(\.[0-9]{1,6})?)H)?((?<minutes>[0-9]{1,6}(\.[0-9]{1,6})?)M)?((?<seconds>[0-9]{1,6})S)?)?\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
