using System.Globalization;
using System.Text.RegularExpressions;
using PresenceClient.Soak.Wire.Leaks;

namespace PresenceClient.Soak.Wire.Credentials;

/// <summary>
/// A token of the run, in the form of a JWT. It contains its client and whether it was requested with claims.
/// </summary>
/// <param name="Client">The number of the client.</param>
/// <param name="Serial">The number of the token among the client's.</param>
/// <param name="HasClaims">Whether it was requested with the claims of a challenge.</param>
internal readonly partial record struct SoakToken(int Client, int Serial, bool HasClaims)
{
    public override string ToString() =>
        $"eyJhbGciOiJub25lIn0.c{Client}s{Serial}{(HasClaims ? "claims" : "")}.{Marks.Token}-_~+/=";

    /// <summary>Reads the header of a request; null unless it is exactly a token of the run.</summary>
    public static SoakToken? FromHeader(string? authorization)
    {
        Match match = Form().Match(authorization ?? "");
        return match.Success
            ? new SoakToken(
                int.Parse(match.Groups["client"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["serial"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["claims"].Success)
            : null;
    }

    [GeneratedRegex(@"^Bearer eyJhbGciOiJub25lIn0\.c(?<client>\d+)s(?<serial>\d+)(?<claims>claims)?\."
        + Marks.Token + @"-_~\+/=$")]
    private static partial Regex Form();
}
