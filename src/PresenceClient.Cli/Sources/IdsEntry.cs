using System.Text.RegularExpressions;

namespace PresenceClient.Cli;

/// <summary>A line of an ids file, or an argument, that should name a person.</summary>
/// <param name="Place">Where it is, for example <c>team.txt, line 2</c>; null for an argument.</param>
/// <param name="Text">The line without surrounding white space.</param>
internal sealed partial record IdsEntry(string? Place, string Text)
{
    // Entra's limits: 64 characters, the @, and a domain of 48.
    private const int LongestName = 113;
    private const int LongestEcho = 60;

    // The forms in which .NET, Windows and spreadsheets write GUIDs; each can be nothing else.
    private static readonly string[] GuidForms = ["D", "N", "B", "P"];

    /// <summary>The object id in the form that presence takes; null if there is none.</summary>
    public string? ObjectId => GuidForms
        .Select(form => Guid.TryParseExact(Unquoted, form, out Guid id) ? id.ToString() : null)
        .FirstOrDefault(id => id is not null);

    /// <summary>The sign-in name; null if there is none.</summary>
    public string? SignInName => Unquoted is { Length: <= LongestName } name && Name().IsMatch(name) ? name : null;

    private string Unquoted =>
        Text.Length > 1 && Text[0] == Text[^1] && Text[0] is '"' or '\'' ? Text[1..^1].Trim() : Text;

    /// <summary>A line for standard error.</summary>
    public string Say(string what) => $"{(Place is null ? "" : $"{Place}: ")}'{Shorten(Text)}' {what}";

    private static string Shorten(string text) => text.Length <= LongestEcho ? text : $"{text[..LongestEcho]}…";

    // What Entra allows in a user principal name; those of guests have #EXT# in them.
    [GeneratedRegex(@"^[\p{L}\p{N}'._!#^~-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\z")]
    private static partial Regex Name();
}
