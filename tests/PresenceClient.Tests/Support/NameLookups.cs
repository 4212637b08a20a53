using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PresenceClient.Tests.Support;

/// <summary>Lookups of sign-in names, as the service answers them.</summary>
internal static partial class NameLookups
{
    /// <summary>The names that a lookup asks for.</summary>
    public static string[] NamesOf(SentRequest request) =>
    [
        .. Literals().Matches(Filter().Match(Uri.UnescapeDataString(request.Url)).Groups[1].Value)
            .Select(literal => literal.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)),
    ];

    /// <summary>The id of the user with a name.</summary>
    public static string IdOf(string name) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant())).AsSpan(0, 16)).ToString();

    /// <summary>A page with a user for each name that a lookup asks for; also a script.</summary>
    public static Answer Users(SentRequest request) => UsersOf(NamesOf(request));

    public static Answer UsersOf(IEnumerable<string> names) =>
        Answers.Json(Samples.Page([.. names.Select(name => Samples.User(IdOf(name), name))]));

    /// <summary>A script that rejects the lookups for which a condition holds.</summary>
    public static Func<SentRequest, Answer> UsersUnless(Func<string[], bool> rejects, Answer rejection) =>
        request => rejects(NamesOf(request)) ? rejection : Users(request);

    [GeneratedRegex(@"\$filter=userPrincipalName in \((.*)\)&\$select=")]
    private static partial Regex Filter();

    [GeneratedRegex("'((?:[^']|'')*)'(?:,|$)")]
    private static partial Regex Literals();
}
