using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests.Claims;

/// <summary>CLAIMS.md, taken apart.</summary>
internal static class ClaimsPage
{
    private const string Header = "| what | status | source | option | test |";

    private static readonly string[] Lines =
        File.ReadAllLines(Repository.PathOf("src", "PresenceClient.Emulator", "CLAIMS.md"));

    /// <summary>The rows of all tables that have the header of claims.</summary>
    public static IReadOnlyList<Claim> Claims { get; } = [.. Read()];

    /// <summary>The short names of sources for which there is an address.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    [
        .. Lines.Where(line => line.StartsWith('[') && line.Contains("]: https://", StringComparison.Ordinal))
            .Select(line => line[1..line.IndexOf(']', StringComparison.Ordinal)]),
    ];

    private static IEnumerable<Claim> Read()
    {
        bool isTable = false;
        foreach (string line in Lines)
        {
            if (line == Header)
            {
                isTable = true;
            }
            else if (line.Length == 0)
            {
                isTable = false;
            }
            else if (isTable && !line.StartsWith("|---", StringComparison.Ordinal))
            {
                yield return ReadRow(line);
            }
        }
    }

    private static Claim ReadRow(string line)
    {
        string[] cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return cells is [var what, var status, var source, var option, var test]
            ? new Claim(what, status, source, option, test)
            : throw new InvalidDataException($"A claim has five cells: {line}");
    }
}
