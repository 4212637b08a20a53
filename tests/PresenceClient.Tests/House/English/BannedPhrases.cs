using System.Text.RegularExpressions;

namespace PresenceClient.Tests.House.English;

/// <summary>Phrases that this repository does not use, each with what to write instead.</summary>
internal static class BannedPhrases
{
    private static readonly (Regex Phrase, string Instead)[] All =
    [
        Ban("alone", "only"),
        Ban("beside", "in addition to, next to, with"),
        Ban("(?<!there )(is|are|was|were) no(?= )(?! (longer|more|less|such|[a-z]+er than))", "is not a …"),
        Ban("what is no", "what is not a …"),
        Ban("((is|are|was|were|been|gets?|not|or|and) told|told (how|when|what|that|to)|who listens)",
            "is notified, receives, is reported"),
        Ban("(whoever|nobody|anybody|somebody|those who|he who|who comes (first|later|next)|who asks|gets? asked)",
            "a noun: caller, waiter, user, client"),
        Ban("((first|credential|permission|one|that|which|Identity)( alone)? does(?=[.,;:)]| for )|will do[.,])",
            "is sufficient, works"),
        Ban("(lacking|what there is none of)", "missing, absent, not returned"),
        Ban("what (may|might|can|could|cannot|will|does not) pass", "transient failure"),
        Ban("(is|are|was|were) tried again", "is retried, retry"),
        Ban("for good", "permanently"),
        Ban("ask(s|ed|ing)? (\\w+ )?for patience", "throttled, asks the client to slow down"),
        Ban("((held|hold|holds|holding) (\\w+ )?back|let through|lets? \\w+ through)",
            "waits until, is queued, is rejected"),
        Ban("(given up|whom all have left)", "cancelled, abandoned"),
        Ban("g(ive|ives|ave|iven|iving) (\\w+ )?back", "returns"),
        Ban("(all|every) mistakes?", "validated at startup; all errors are reported together"),
        Ban("(came over the wire|as it came|as they came)", "property value, raw JSON text"),
        Ban("the house", "repository layout"),
        Ban("(where it loses|what is weak)", "known limitations"),
        Ban("such as[.;:)]", "for example"),
        Ban("cures?", "what to do"),
        Ban("older list", "earlier documentation; no longer sent"),
        Ban("live by themselves", "simulated activity"),
        Ban("what goes wrong, and what", "faults and recorded requests"),
        Ban("of whose making", "a clause with a subject and a verb"),
    ];

    /// <summary>Finds the banned phrases in a text.</summary>
    public static IEnumerable<(int Index, string Phrase, string Instead)> Find(string text) =>
        All.SelectMany(ban => ban.Phrase.Matches(text).Select(match => (match.Index, match.Value, ban.Instead)));

    // A phrase can go on in the next line.
    private static (Regex Phrase, string Instead) Ban(string phrase, string instead) => (
        new Regex($@"(?<![\w-])(?:{phrase.Replace(" ", @"\s+", StringComparison.Ordinal)})(?![\w-])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        instead);
}
