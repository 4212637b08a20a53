using System.Globalization;
using System.Text.RegularExpressions;

namespace PresenceService.Bodies;

/// <summary>
/// Reads durations. The framework's parsers do not fit: TimeSpan.Parse reads "24" as 24 days, and XmlConvert reads P1M
/// as 30 days and refuses P1W and PT0.5H.
/// </summary>
internal static partial class DurationText
{
    /// <summary>The rule for durations.</summary>
    public const string Rule =
        "Write a duration longer than zero: in ISO 8601 with weeks (P1W) or with days, hours, minutes and seconds "
        + "(P1DT12H, PT1H30M, PT0.5H), or as hh:mm:ss (01:30:00). Months and years are not accepted because their "
        + "length varies.";

    private const decimal TicksPerWeek = 7m * TimeSpan.TicksPerDay;

    private static readonly (string Group, decimal Ticks)[] Units =
    [
        ("weeks", TicksPerWeek),
        ("days", TimeSpan.TicksPerDay),
        ("hours", TimeSpan.TicksPerHour),
        ("minutes", TimeSpan.TicksPerMinute),
        ("seconds", TimeSpan.TicksPerSecond),
    ];

    /// <summary>Reads a duration longer than zero.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        Match form = Iso().Match(text) is { Success: true } iso ? iso : Clock().Match(text);
        decimal ticks = decimal.Truncate(Units.Sum(unit => Number(form.Groups[unit.Group]) * unit.Ticks));
        if (ticks is 0 or > long.MaxValue)
        {
            return false;
        }

        duration = new TimeSpan((long)ticks);
        return true;
    }

    private static decimal Number(Group digits) =>
        digits.Success ? decimal.Parse(digits.Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;

    // At most nine digits, so that the sum fits a decimal. Only the last number may have a fraction.
    [GeneratedRegex("""
        ^(?!.*[.,][0-9]+[A-Z]T?[0-9])
        P(?!\z)
        (?: (?<weeks>[0-9]{1,9}([.,][0-9]{1,9})?) W
          | ((?<days>[0-9]{1,9}([.,][0-9]{1,9})?) D)?
            (T(?!\z)
              ((?<hours>[0-9]{1,9}([.,][0-9]{1,9})?) H)?
              ((?<minutes>[0-9]{1,9}([.,][0-9]{1,9})?) M)?
              ((?<seconds>[0-9]{1,9}([.,][0-9]{1,9})?) S)?)?
        )\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<hours>[0-9]{2}):(?<minutes>[0-5][0-9]):(?<seconds>[0-5][0-9])\z")]
    private static partial Regex Clock();
}
