using System.Buffers;

namespace PresenceClient.Emulator.Faults;

/// <summary>Validates a fault's headers, before a server has to reject them.</summary>
internal static class FaultHeaders
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // The server derives these from the body.
    private static readonly string[] OfTheServer = ["Content-Length", "Transfer-Encoding", "Connection"];

    /// <summary>Returns why a header can't be sent; null if all are valid.</summary>
    public static string? Refuse(IReadOnlyDictionary<string, string> headers)
    {
        foreach ((string name, string value) in headers)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            {
                return $"'{name}' is not a valid header name.";
            }

            if (OfTheServer.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return $"The server sets {name} itself. To break an answer off, use truncateAt or drop.";
            }

            if (value.Any(c => c is not ('\t' or (>= ' ' and <= '~'))))
            {
                return $"The header {name} has a character that cannot be sent. Use only printable ASCII.";
            }
        }

        return null;
    }
}
