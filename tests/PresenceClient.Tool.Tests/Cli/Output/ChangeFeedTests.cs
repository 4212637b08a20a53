using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace PresenceClient.Tool.Tests;

public sealed class ChangeFeedTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly ToolHost _host = new();
    private readonly FakeWatch _watch = new();
    private bool _isClosed;

    public void Dispose()
    {
        _host.Dispose();
        _watch.Dispose();
    }

    [Fact]
    public async Task RunAsync_Changes_AreALineEachAndNothingElse()
    {
        _watch.Sweep(Some.Initial(Some.Presence(1)), Some.Missing(2));
        _watch.Sweep(Some.Change(Some.Busy(1)));
        _watch.End();

        await RunAsync(Stop);

        Lines().Select(line => $"{line.GetProperty("kind")} {line.GetProperty("displayName")}")
            .Should().Equal("Initial Person 1", "Missing Person 2", "Changed Person 1");
        _host.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_Filter_PrintsChangesIntoAndOutOfTheState()
    {
        _watch.Sweep(Some.Initial(Some.Presence(1)), Some.Initial(Some.Busy(2)));
        _watch.Sweep(Some.Change(Some.Busy(1)));
        _watch.Sweep(Some.Change(Some.Presence(1)) with { Previous = Some.Busy(1) });
        _watch.End();

        await RunAsync(Stop, StateFilter.TryParse("busy"));

        Lines().Select(line => $"{line.GetProperty("kind")} {line.GetProperty("displayName")}")
            .Should().Equal("Initial Person 2", "Changed Person 1", "Changed Person 1");
    }

    [Fact]
    public async Task RunAsync_TroubleAndRecovery_GoToStandardErrorOnceEach()
    {
        _watch.Fail(Some.Noon, "The service is down.");
        _watch.Fail(Some.Noon, "The service is down.");
        _watch.Recover();
        _watch.Recover();
        _watch.End();
        _time.Advance(TimeSpan.FromMinutes(2));

        await RunAsync(Stop);

        _host.Output.Should().BeEmpty();
        _host.ErrorLines().Should().Equal(
            "presence: Reads have failed since 12:00:00: The service is down.",
            "presence: Reads succeed again since 12:02:00. They failed for 2 min.");
    }

    [Fact]
    public async Task RunAsync_PipeClosedWhileNothingChanges_Ends()
    {
        Task running = RunAsync(Stop);
        running.IsCompleted.Should().BeFalse();

        _isClosed = true;
        _time.Advance(TimeSpan.FromSeconds(1));

        await running;
        _host.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_Stopped_Ends()
    {
        using var stop = new CancellationTokenSource();
        Task running = RunAsync(stop.Token);

        await stop.CancelAsync();

        await running;
    }

    [Fact]
    public async Task RunAsync_WatchRefused_Throws()
    {
        _watch.End(new PresenceAccessDeniedException("Access denied."));

        Func<Task> run = () => RunAsync(Stop);

        await run.Should().ThrowAsync<PresenceAccessDeniedException>();
    }

    private Task RunAsync(CancellationToken stop, StateFilter? filter = null)
    {
        CliHost host = _host.Redirected() with { Time = _time, IsOutputClosed = () => _isClosed };
        var people = new People([Some.Person(1), Some.Person(2)], []);
        return new ChangeFeed(host, _watch, people, filter, JsonOutput.WriteChange).RunAsync(stop);
    }

    private JsonElement[] Lines() =>
    [
        .. _host.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }),
    ];
}
