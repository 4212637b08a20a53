using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>The page about telemetry lists exactly what the packages emit.</summary>
[Collection(nameof(Listening))]
public sealed class TableTests
{
    public static TheoryData<string, Type> Packages => new()
    {
        { "client", typeof(PresenceServiceClient) },
        { "sharing", typeof(PresenceSharing) },
        { "notifications", typeof(PresenceNotification) },
    };

    [Fact]
    public void Instruments_AreThoseOfTheTable()
    {
        List<Instrument> published = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (i, _) =>
            {
                if (i.Meter.Name is "PresenceClient" or "PresenceClient.Redis")
                {
                    published.Add(i);
                }
            },
        };

        RecordedMetrics.RecordAll();
        listener.Start();

        published.Select(i => (i.Name, KindOf(i), i.Unit)).Should().BeEquivalentTo(
            TelemetryPage.Instruments.Select(i => (i.Name, i.Kind, i.Unit)));
        published.Should().OnlyContain(i => !string.IsNullOrEmpty(i.Description));
    }

    [Fact]
    public void Histograms_AdviseBucketsForTheirUnit()
    {
        var buckets = new Dictionary<string, (double First, double Last)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (i, _) =>
            {
                if (i.Meter.Name == "PresenceClient" && i is Histogram<double> { Advice: { } advice })
                {
                    buckets[i.Name] =
                        (advice.HistogramBucketBoundaries![0], advice.HistogramBucketBoundaries[^1]);
                }
                else if (i.Meter.Name == "PresenceClient" && i is Histogram<long> { Advice: { } counts })
                {
                    buckets[i.Name] = (counts.HistogramBucketBoundaries![0], counts.HistogramBucketBoundaries[^1]);
                }
            },
        };

        RecordedMetrics.RecordAll();
        listener.Start();

        buckets.Should().BeEquivalentTo(new Dictionary<string, (double, double)>
        {
            ["presence.client.request.duration"] = (0.005, 30),
            ["presence.client.throttle.wait"] = (0.01, 600),
            ["presence.client.pacing.wait"] = (0.01, 600),
            ["presence.client.bulk.ids"] = (1, 650),
            ["presence.client.watch.sweep.duration"] = (0.01, 600),
            ["presence.client.watch.age"] = (0.01, 600),
        });
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Events_OfAPackage_AreThoseOfTheTable(string category, Type ofThePackage)
    {
        IEnumerable<(string, string, string, string)> events = ofThePackage.Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => (Event: method.GetCustomAttribute<LoggerMessageAttribute>(), method.Name))
            .Where(message => message.Event is not null)
            .Select(message =>
                ($"{message.Event!.EventId}", $"{message.Event.Level}", message.Name, message.Event.Message));

        TelemetryPage.EventsOf(category).Should().BeEquivalentTo(events).And.NotBeEmpty();
    }

    [Fact]
    public void Activities_HaveTheTagsOfTheTable()
    {
        using var listener = new Listener();

        CallTrace.Ended(CallTrace.Start("users.presence.get")!, attempts: 2, status: 503, error: "503");
        SweepTrace.End(SweepTrace.Start(), users: 2, error: "503");

        listener.Activities
            .Select(a => (a.OperationName, $"{a.Kind}", TagsOf(a.TagObjects.Select(t => t.Key))))
            .Should().BeEquivalentTo(TelemetryPage.Activities.Select(a => (a.Name, a.Kind, TagsOf(a.Tags))));

        static string TagsOf(IEnumerable<string> names) => string.Join(' ', names.Order());
    }

    [Fact]
    public void Operations_AreThoseOfThePage() =>
        TelemetryPage.Operations.Should().BeEquivalentTo(GraphOperations.All.Select(operation => operation.Name));

    private static string KindOf(Instrument instrument) => instrument switch
    {
        Counter<long> => "counter",
        Histogram<double> or Histogram<long> => "histogram",
        ObservableUpDownCounter<long> or ObservableGauge<double> => "gauge",
        _ => instrument.GetType().Name,
    };
}
