using PresenceClient.Http;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

public class ReadmeTests
{
    private static readonly string[] Rows = [.. File.ReadLines(Repository.PathOf("README.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    public static TheoryData<string> Operations => [.. GraphOperations.All.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Table_EachOperation_HasARowWithItsPermissions(string name)
    {
        GraphOperation operation = GraphOperations.All.Single(o => o.Name == name);
        GraphPermissions needs = operation.Permissions;
        string path = operation.Path.Replace("{user-id}", "{id}", StringComparison.Ordinal)
            .Replace("{presence-id}", "{id}", StringComparison.Ordinal);

        string[] cells = [.. Rows.Single(row => row.Contains($"`{operation.Method} {path}`", StringComparison.Ordinal))
            .Split('|', StringSplitOptions.TrimEntries)];

        cells[3].Should().Be((needs.Delegated, needs.Self) switch
        {
            (null, { } self) => $"own: {self}",
            ({ } any, { } self) => $"{any} (own: {self})",
            _ => needs.Delegated,
        });
        cells[4].Should().Be(needs.Application ?? "–");
    }
}
