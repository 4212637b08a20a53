using Microsoft.Extensions.Time.Testing;

namespace CallStatusSync.Tests;

public sealed class ReplayTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _clock = new();
    private readonly Printed _printed = new();
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task File_EventsComeByTheirTimesAndTheSpeed()
    {
        await using IAsyncEnumerator<PhoneEvent> events = await OpenAsync(
            "2026-11-26T09:00:00Z,adele@contoso.com,ringing",
            "2026-11-26T09:00:20Z,adele@contoso.com,answered",
            "2026-11-26T09:00:10Z,adele@contoso.com,held",
            "2026-11-26T09:00:30Z,adele@contoso.com,hung up");

        (await events.MoveNextAsync()).Should().BeTrue();
        await NextComesAfterAsync(events, TimeSpan.FromSeconds(2));
        (await events.MoveNextAsync()).Should().BeTrue("a late event does not wait");
        await NextComesAfterAsync(events, TimeSpan.FromSeconds(1));
        (await events.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task File_WrongDate_WaitsAnHourAtMost()
    {
        await using IAsyncEnumerator<PhoneEvent> events = await OpenAsync(
            "2026-11-26T09:00:00Z,adele@contoso.com,answered", "9026-11-26T09:00:20Z,adele@contoso.com,hung up");

        (await events.MoveNextAsync()).Should().BeTrue();
        await NextComesAfterAsync(events, TimeSpan.FromHours(1));
    }

    private async Task NextComesAfterAsync(IAsyncEnumerator<PhoneEvent> events, TimeSpan wait)
    {
        ValueTask<bool> next = events.MoveNextAsync();
        _clock.Advance(wait - TimeSpan.FromMilliseconds(1));
        next.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await next).Should().BeTrue();
    }

    private async Task<IAsyncEnumerator<PhoneEvent>> OpenAsync(params string[] lines)
    {
        await File.WriteAllLinesAsync(_file, lines, Stop);
        SyncHost host = _printed.Host() with { Time = _clock };
        var options = new SyncOptions { EventsFile = _file, Speed = 10 };
        PhoneFeed feed = await PhoneFeed.OpenAsync(options, host, new SyncReport(host.Output, host.Error), Stop);
        return feed.Events.GetAsyncEnumerator(Stop);
    }
}
