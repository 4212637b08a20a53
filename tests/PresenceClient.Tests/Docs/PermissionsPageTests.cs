using System.Text.RegularExpressions;
using PresenceClient.Http;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The tables of <c>docs/permissions.md</c> agree with the table of operations.</summary>
public partial class PermissionsPageTests
{
    private static readonly string[] Rows = [.. File.ReadLines(Repository.PathOf("docs", "permissions.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    private static readonly string[] SignIns =
        [.. Rows.Where(row => SignInRow().IsMatch(row))];

    public static TheoryData<string> Operations => [.. CalledOperations.All.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Table_EachOperation_HasARowWithItsPermissions(string name)
    {
        GraphOperation operation = GraphOperations.All.Single(o => o.Name == name);
        GraphPermissions needs = operation.Permissions;
        string[] cells = RowOf(operation).Split('|', StringSplitOptions.TrimEntries);

        cells[3].Should().Be((needs.Delegated, needs.Self) switch
        {
            (null, { } self) => $"own: {self}",
            ({ } any, { } self) => $"{any} (own: {self})",
            _ => needs.Delegated,
        });
        cells[4].Should().Be(needs.Application ?? "–");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void SignIns_EachOperation_IsInTheRowOfItsPermissions(string name)
    {
        GraphOperation operation = GraphOperations.All.Single(o => o.Name == name);
        GraphPermissions needs = operation.Permissions;
        string person = operation.Path.StartsWith("/me", StringComparison.Ordinal) || needs.Delegated is null
            ? "their own"
            : "everybody's";

        foreach (string call in CallsOf(operation))
        {
            string[] cells = SignIns.Should().ContainSingle(row => Covers(row, call)).Which
                .Split('|', StringSplitOptions.TrimEntries);
            cells[2].Should().Be(needs.Application is null ? "–" : "everybody's");
            cells[3].Should().Be(person);
        }
    }

    // The first cell of its row in the table of operations, where `.ClearAsync` stands for the same with another end.
    private static IEnumerable<string> CallsOf(GraphOperation operation)
    {
        string[] calls = [.. Calls(RowOf(operation).Split('|')[1])];
        return calls.Select(call => call[0] == '.' ? calls[0][..calls[0].LastIndexOf('.')] + call : call);
    }

    private static bool Covers(string row, string call) => Calls(row.Split('|')[1]).Any(pattern =>
        Regex.IsMatch(call, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$"));

    private static IEnumerable<string> Calls(string cell) => Call().Matches(cell).Select(m => m.Groups[1].Value);

    private static string RowOf(GraphOperation operation)
    {
        string path = operation.Path.Replace("{user-id}", "{id}", StringComparison.Ordinal)
            .Replace("{presence-id}", "{id}", StringComparison.Ordinal)
            .Replace("{group-id}", "{id}", StringComparison.Ordinal);
        return Rows.Single(row => row.Contains($"`{operation.Method} {path}`", StringComparison.Ordinal));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Call();

    [GeneratedRegex("(everybody's|their own) \\|$")]
    private static partial Regex SignInRow();
}
