using System.Buffers;

namespace PresenceClient.Emulator.Faults;

/// <summary>Looks at a fault's headers before a server has to refuse them.</summary>
internal static class FaultHeaders
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // The server sets these from the body that it sends.
    private static readonly string[] OfTheServer = ["Content-Length", "Transfer-Encoding", "Connection"];

    /// <summary>Why a header cannot be sent; null if all can.</summary>
    public static string? Refuse(IReadOnlyDictionary<string, string> headers)
    {
        foreach ((string name, string value) in headers)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            {
                return $"'{name}' is no name of a header.";
            }
            if (OfTheServer.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return $"The server sets {name} itself; truncateAt and drop break an answer off.";
            }
            if (value.Any(c => c is not ('\t' or (>= ' ' and <= '~'))))
            {
                return $"The header {name} has a character that cannot be sent: printable ASCII alone can.";
            }
        }

        return null;
    }
}
