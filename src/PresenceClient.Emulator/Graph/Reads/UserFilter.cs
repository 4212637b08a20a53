using System.Text.RegularExpressions;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>
/// The part of the directory's <c>$filter</c> that the emulator supports: comparisons of properties, joined by
/// <c>and</c> and <c>or</c>. As in the directory, texts are compared without regard to case.
/// </summary>
internal sealed partial class UserFilter
{
    private static readonly string Served =
        "The emulator supports these filters on users: name eq 'text', name in ('text','text'), "
        + "startswith(name,'text'), accountEnabled eq true, and several of them with and or or; name is one of "
        + UserFields.Names + ".";

    private const int MostClauses = 15;

    // And binds more strongly than or.
    private readonly List<Alternative> _alternatives = [new()];

    private UserFilter()
    {
    }

    /// <summary>Whether it compares a property outside the basic profile.</summary>
    public bool NeedsFullProfile { get; private set; }

    public bool Fits(EmulatedUser user) => _alternatives.Exists(one => one.Fits(user));

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
            if (match.Groups["join"].Success && start == text.Length)
            {
                return EmulatedError.BadQuery(Served);
            }

            if (match.Groups["join"].Value == "or")
            {
                filter._alternatives.Add(new Alternative());
            }
        }

        int clauses = filter._alternatives.Sum(one => one.Clauses);
        return clauses > MostClauses ? EmulatedError.TooManyClauses(clauses, MostClauses) : filter;
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
            Add(user => field.Value(user).StartsWith(texts[0], StringComparison.OrdinalIgnoreCase), clauses: 1);
            return true;
        }

        var wanted = new HashSet<string>(texts, StringComparer.OrdinalIgnoreCase);
        Add(user => wanted.Contains(field.Value(user)), texts.Length);
        return true;
    }

    private void Add(Predicate<EmulatedUser> comparison, int clauses) => _alternatives[^1].Add(comparison, clauses);

    private static string Unescape(string text) => text.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        """
        \G\s*(?:
            (?<name>\w+) \s+ eq \s+ (?: '(?<text>(?:[^']|'')*)' | (?<flag>true|false) )
          | (?<name>\w+) \s+ in \s* \( \s* '(?<text>(?:[^']|'')*)' (?: \s*,\s* '(?<text>(?:[^']|'')*)' )* \s* \)
          | (?<start>startswith) \s* \( \s* (?<name>\w+) \s*,\s* '(?<text>(?:[^']|'')*)' \s* \)
        )(?: \s+ (?<join>and|or) \s+ | \s*\z )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    /// <summary>Comparisons that are joined by <c>and</c>.</summary>
    private sealed class Alternative
    {
        private readonly List<Predicate<EmulatedUser>> _comparisons = [];

        /// <summary>The number of clauses that it counts as: of its lists of values, the longest counts.</summary>
        public int Clauses { get; private set; } = 1;

        public bool Fits(EmulatedUser user) => _comparisons.TrueForAll(comparison => comparison(user));

        public void Add(Predicate<EmulatedUser> comparison, int clauses)
        {
            _comparisons.Add(comparison);
            Clauses = Math.Max(Clauses, clauses);
        }
    }
}
