using System.Text.RegularExpressions;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>
/// The part of the directory's <c>$filter</c> that the emulator supports: comparisons of properties, all of which must
/// be true. As in the directory, texts are compared without regard to case.
/// </summary>
internal sealed partial class UserFilter
{
    private static readonly string Served =
        "The emulator supports these filters on users: name eq 'text', name in ('text','text'), "
        + "startswith(name,'text'), accountEnabled eq true, and several of them with and; name is one of "
        + UserFields.Names + ".";

    private readonly List<Predicate<EmulatedUser>> _comparisons = [];

    private UserFilter()
    {
    }

    /// <summary>Whether it compares a property outside the basic profile.</summary>
    public bool NeedsFullProfile { get; private set; }

    public bool Fits(EmulatedUser user) => _comparisons.TrueForAll(comparison => comparison(user));

    public static Outcome<UserFilter> Parse(string text)
    {
        var filter = new UserFilter();
        int start = 0;
        while (start < text.Length)
        {
            Match match = Comparison().Match(text, start);
            if (!match.Success || !filter.Add(match))
            {
                return EmulatedError.BadQuery(Served);
            }

            start = match.Index + match.Length;
            if (match.Groups["and"].Success && start == text.Length)
            {
                return EmulatedError.BadQuery(Served);
            }
        }

        return filter;
    }

    /// <summary>Adds a comparison; false if users have no such property, or its values are of another kind.</summary>
    private bool Add(Match match)
    {
        if (UserFields.Find(match.Groups["name"].Value) is not { } field
            || field.IsBoolean != match.Groups["flag"].Success)
        {
            return false;
        }

        NeedsFullProfile |= !field.InBasicProfile;
        CaptureCollection values = field.IsBoolean ? match.Groups["flag"].Captures : match.Groups["text"].Captures;
        string[] texts = [.. values.Select(value => Unescape(value.Value))];
        if (match.Groups["start"].Success)
        {
            _comparisons.Add(user => field.Value(user).StartsWith(texts[0], StringComparison.OrdinalIgnoreCase));
            return true;
        }

        var wanted = new HashSet<string>(texts, StringComparer.OrdinalIgnoreCase);
        _comparisons.Add(user => wanted.Contains(field.Value(user)));
        return true;
    }

    private static string Unescape(string text) => text.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        """
        \G\s*(?:
            (?<name>\w+) \s+ eq \s+ (?: '(?<text>(?:[^']|'')*)' | (?<flag>true|false) )
          | (?<name>\w+) \s+ in \s* \( \s* '(?<text>(?:[^']|'')*)' (?: \s*,\s* '(?<text>(?:[^']|'')*)' )* \s* \)
          | (?<start>startswith) \s* \( \s* (?<name>\w+) \s*,\s* '(?<text>(?:[^']|'')*)' \s* \)
        )(?: \s+ (?<and>and) \s+ | \s*\z )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();
}
