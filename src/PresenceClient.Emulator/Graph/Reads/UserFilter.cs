using System.Text.RegularExpressions;

namespace PresenceClient.Emulator;

/// <summary>
/// The <c>$filter</c> of the directory, as far as the emulator serves it: one comparison of one property. Texts are
/// compared as the directory does, whatever their casing.
/// </summary>
internal sealed partial class UserFilter(Func<EmulatedUser, bool> fits)
{
    private const string Served =
        "The emulator serves these filters on users: name eq 'text', name in ('text','text'), startswith(name,'text'); "
        + "name is one of id, displayName, userPrincipalName, mail.";

    private static readonly UserFilter All = new(_ => true);

    public bool Fits(EmulatedUser user) => fits(user);

    public static Outcome<UserFilter> Parse(string filter)
    {
        if (filter.Length == 0)
            return All;
        Match match = Comparison().Match(filter);
        if (!match.Success || UserFields.Find(match.Groups["name"].Value) is not { } value)
            return GraphError.BadQuery(Served);
        string[] texts = [.. match.Groups["text"].Captures.Select(text => Unescape(text.Value))];
        if (match.Groups["start"].Success)
            return new UserFilter(user => value(user).StartsWith(texts[0], StringComparison.OrdinalIgnoreCase));
        var wanted = new HashSet<string>(texts, StringComparer.OrdinalIgnoreCase);
        return new UserFilter(user => wanted.Contains(value(user)));
    }

    private static string Unescape(string text) => text.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        """
        ^\s*(?:
            (?<name>\w+) \s+ eq \s+ '(?<text>(?:[^']|'')*)'
          | (?<name>\w+) \s+ in \s* \( \s* '(?<text>(?:[^']|'')*)' (?: \s*,\s* '(?<text>(?:[^']|'')*)' )* \s* \)
          | (?<start>startswith) \s* \( \s* (?<name>\w+) \s*,\s* '(?<text>(?:[^']|'')*)' \s* \)
        )\s*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();
}
