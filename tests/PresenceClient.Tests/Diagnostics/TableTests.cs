using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>The tables of the package's readme list exactly the instruments and events that exist.</summary>
[Collection(nameof(Listening))]
public sealed class TableTests
{
    private static readonly string[][] Rows =
        [.. File.ReadLines(Repository.PathOf("src/PresenceClient/README.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    [Fact]
    public void Instruments_AreThoseOfTheTable()
    {
        List<(string, string?, string?)> published = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (i, _) =>
            {
                if (i.Meter.Name == "PresenceClient")
                {
                    published.Add(($"`{i.Name}`", $"`{i.Unit}`", i.Description));
                }
            },
        };

        // The first use creates the instruments.
        _ = RequestMetrics.IsOn;
        _ = (Instruments.Bulk.Ids, Instruments.Loader.Joined, Instruments.Watch.Readers);
        listener.Start();

        published.Select(i => (i.Item1, i.Item2)).Should().BeEquivalentTo(
            Rows.Where(row => row[0].StartsWith("`presence.", StringComparison.Ordinal))
                .Select(row => (row[0], (string?)row[1])));
        published.Should().OnlyContain(i => !string.IsNullOrEmpty(i.Item3));
    }

    [Fact]
    public void Events_AreThoseOfTheTable()
    {
        IEnumerable<(string, string, string)> events = typeof(LogMessages)
            .GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(m => (Message: m.GetCustomAttribute<LoggerMessageAttribute>()!, m.Name))
            .Select(m => ($"{m.Message.EventId}", $"{m.Message.Level}", $"`{m.Name}`"));

        events.Should().BeEquivalentTo(
            Rows.Where(row => char.IsAsciiDigit(row[0][0])).Select(row => (row[0], row[1], row[2])));
    }
}
