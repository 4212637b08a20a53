using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.House.Layers;

/// <summary>
/// A table of CONTRIBUTING whose first column is called <c>layer of `project`</c>: the folders of the project, lowest
/// first, and which of the rows above each may use.
/// </summary>
internal sealed partial record LayerTable(string Project, IReadOnlyList<Layer> Layers)
{
    private const string Root = "root";

    public static IReadOnlyList<LayerTable> OfContributing() =>
        Parse(File.ReadAllLines(Repository.PathOf("CONTRIBUTING.md")));

    public static IReadOnlyList<LayerTable> Parse(IEnumerable<string> page)
    {
        var tables = new List<LayerTable>();
        List<Layer>? open = null;
        foreach (string line in page)
        {
            if (Header().Match(line) is { Success: true } header)
            {
                open = [];
                tables.Add(new LayerTable(header.Groups[1].Value, open));
            }
            else if (!line.StartsWith('|'))
            {
                open = null;
            }
            else if (!line.StartsWith("|---", StringComparison.Ordinal))
            {
                open?.Add(ReadRow(line, open));
            }
        }

        return tables;
    }

    /// <summary>The layer that a file is in; null if its folder has no row.</summary>
    /// <param name="file">The path below the project, with slashes.</param>
    public Layer? Of(string file)
    {
        string folder = Path.GetDirectoryName(file)!.Replace('\\', '/');
        return Layers.Where(layer => layer.Name == (folder.Length == 0 ? Root : folder)
                || folder.StartsWith(layer.Name + "/", StringComparison.Ordinal))
            .MaxBy(layer => layer.Name.Length);
    }

    private static Layer ReadRow(string line, List<Layer> above)
    {
        string[] cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        if (cells is not [string name, _, string uses])
        {
            throw new InvalidDataException(
                $"'{line}' has not three cells. A row has a layer, what is in it, and what it may use.");
        }

        string[] all = [.. above.Select(layer => layer.Name)];
        string[] mayUse = uses switch
        {
            "nothing" => [],
            "all above" => all,
            _ => [.. Code().Matches(uses).Select(match => match.Groups[1].Value)],
        };
        bool isNothing = mayUse.Length == 0 && uses != "nothing";
        return isNothing || mayUse.Except(all).Any()
            ? throw new InvalidDataException($"'{uses}' in '{line}' are not layers of rows above. The lowest is first.")
            : new Layer(name.Trim('`'), mayUse);
    }

    [GeneratedRegex(@"^\| layer of `([^`]+)` \|")]
    private static partial Regex Header();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
