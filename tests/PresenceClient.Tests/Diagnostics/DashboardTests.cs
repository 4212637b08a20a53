using System.Text.Json;
using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>The dashboard in docs/dashboards queries only what an application exports.</summary>
[Collection(nameof(Listening))]
public sealed partial class DashboardTests
{
    // Prometheus adds the first two to each series; the last is a histogram's.
    private static readonly string[] OfPrometheus = ["job", "instance", "le"];

    private static readonly JsonElement[] Panels =
    [
        .. JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs/dashboards/presence.json")))
            .RootElement.GetProperty("panels").EnumerateArray(),
    ];

    private static readonly string[] Queries =
    [
        .. Panels.Where(panel => panel.TryGetProperty("targets", out _))
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!),
    ];

    [Fact]
    public async Task Tags_OfEachInstrument_AreThoseOfThePage()
    {
        IReadOnlyList<Series> exported = await Series.ScrapeAsync();

        exported.Select(series => $"{series.Name}({string.Join(',', series.Labels.Order())})").Should().BeEquivalentTo(
            TelemetryPage.Instruments.Select(instrument =>
                $"{NameOf(instrument)}({string.Join(',', instrument.Tags.Select(Underscored).Order())})"));
    }

    [Fact]
    public async Task Queries_AskOnlyForSeriesAndLabelsThatAreExported()
    {
        var exported = (await Series.ScrapeAsync()).ToDictionary(series => series.Name);
        Queries.Should().NotBeEmpty();

        Queries.SelectMany(FaultsOf).Should().BeEmpty();

        IEnumerable<string> FaultsOf(string query)
        {
            HashSet<string> labels = [.. OfPrometheus];
            string withoutLabels = Grouping().Replace(Matchers().Replace(query, ""), "");
            foreach (string name in Metric().Matches(withoutLabels).Select(match => match.Value))
            {
                Match ending = HistogramEnding().Match(name);
                string own = ending.Success ? name[..ending.Index] : name;
                if (!exported.TryGetValue(own, out Series? series) || series.IsHistogram != ending.Success)
                {
                    yield return $"{name} is not exported: {query}";
                    continue;
                }

                labels.UnionWith(series.Labels);
            }

            foreach (string label in LabelsIn(query).Where(label => !labels.Contains(label)))
            {
                yield return $"{label} is not a label of these series: {query}";
            }
        }
    }

    [Fact]
    public void Legends_NameOnlyLabelsThatTheirQueryKeeps()
    {
        foreach (JsonElement panel in Panels.Where(panel => panel.TryGetProperty("targets", out _)))
        {
            foreach (JsonElement target in panel.GetProperty("targets").EnumerateArray())
            {
                string query = target.GetProperty("expr").GetString()!;
                string legend = target.GetProperty("legendFormat").GetString()!;

                Legend().Matches(legend).Select(match => match.Groups[1].Value).Should().BeSubsetOf(
                    LabelsIn(query), "the legend '{0}' is that of {1}", legend, query);
            }
        }
    }

    [Fact]
    public void Panels_HaveATitleADescriptionAndAPlaceOfTheirOwn()
    {
        Panels.Select(panel => panel.GetProperty("id").GetInt32()).Should().OnlyHaveUniqueItems();
        Panels.Select(panel => panel.GetProperty("title").GetString()).Should().OnlyHaveUniqueItems();
        foreach (JsonElement panel in Panels.Where(panel => panel.TryGetProperty("targets", out _)))
        {
            panel.GetProperty("description").GetString().Should().EndWith(".");
            panel.GetProperty("fieldConfig").GetProperty("defaults").TryGetProperty("unit", out _).Should().BeTrue();
        }

        Panels.SelectMany(CellsOf).Should().OnlyHaveUniqueItems("panels do not overlap");
    }

    private static IEnumerable<(int X, int Y)> CellsOf(JsonElement panel)
    {
        JsonElement place = panel.GetProperty("gridPos");
        return
            from x in Enumerable.Range(Of("x"), Of("w"))
            from y in Enumerable.Range(Of("y"), Of("h"))
            select (x, y);

        int Of(string name) => place.GetProperty(name).GetInt32();
    }

    // OpenTelemetry's rule for Prometheus, which the exporter proves.
    private static string NameOf((string Name, string Kind, string Unit, string[] Tags) instrument) =>
        Underscored(instrument.Name) + (instrument.Unit == "s" ? "_seconds" : "")
            + (instrument.Kind == "counter" ? "_total" : "");

    private static string Underscored(string name) => name.Replace('.', '_');

    private static IEnumerable<string> LabelsIn(string query) => Matchers().Matches(query)
        .SelectMany(match => Label().Matches(match.Groups[1].Value)).Select(match => match.Groups[1].Value)
        .Concat(Grouping().Matches(query)
            .SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)));

    [GeneratedRegex("presence_client_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramEnding();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Matchers();

    [GeneratedRegex("([a-z_]+)\\s*(?:=~|!~|!=|=)")]
    private static partial Regex Label();

    [GeneratedRegex(@"by\s*\(([^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\{\{\s*([a-z_]+)\s*\}\}")]
    private static partial Regex Legend();
}
