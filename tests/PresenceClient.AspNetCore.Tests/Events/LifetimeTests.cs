using System.Net;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.AspNetCore.Events;
using PresenceClient.AspNetCore.Tests.Support;

namespace PresenceClient.AspNetCore.Tests.Events;

/// <summary>The end of streams, and browsers that read slowly or not at all.</summary>
public sealed class LifetimeTests
{
    private static readonly string LongMessage = new('x', 60_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Host_ThatStops_EndsItsStreamsAtOnce(int version)
    {
        await using TestApp app = await TestApp.StartAsync();
        await using Browser browser = await Browser.OpenAsync(app, version: version);
        await browser.SweepAsync();

        Task stopped = app.StopAsync();

        // The end is a proper one, so that the browser reports no error.
        (await browser.NextAsync()).Should().BeNull();
        await stopped.BoundedAsync();
    }

    [Fact]
    public async Task Host_ThatStops_DoesNotWaitForABrowserThatDoesNotRead()
    {
        await using TestApp app = await TestApp.StartAsync(o => o.Parts = PresenceParts.All, people: 200);
        ReportToAll(app, LongMessage);
        using Socket silent = await ConnectAsync(app);

        // The headers and the first status are shorter, so the write of the states, 12 MB in one event, has begun.
        await Bounded.UntilAsync(() => silent.Available > 2_000);
        await app.StopAsync().BoundedAsync();
    }

    [Fact]
    public async Task Browser_ThatLeaves_LeavesNoReader()
    {
        await using TestApp app = await TestApp.StartAsync();
        await using (Browser browser = await Browser.OpenAsync(app))
        {
            await browser.SweepAsync();
            app.Watch.Status.Readers.Should().Be(1);
        }

        await Bounded.UntilAsync(() => app.Watch.Status.Readers == 0);
    }

    [Fact]
    public async Task Browser_ThatReadsSlowly_GetsTheLatestStateOfEachUser()
    {
        await using TestApp app = await TestApp.StartAsync();
        var options = new PresenceEventsOptions { Parts = PresenceParts.All };
        var users = VisibleUsers.Of(PresenceEventsFilter.Everyone, []);
        var stream = new EventStream(app.Watch, users, options, TimeProvider.System);
        await using IAsyncEnumerator<SseItem<object>> events =
            stream.ReadAsync(after: null, Bounded.Stop).GetAsyncEnumerator(Bounded.Stop);
        while (await events.MoveNextAsync().AsTask().BoundedAsync() && events.Current.EventId is null)
        {
        }

        for (int change = 1; change <= 5_000; change++)
        {
            Report(app, app.Graph.Users[change % 3].Id, $"Message {change}");
        }

        List<UserData> got = [];
        while (await events.MoveNextAsync().AsTask().BoundedAsync() && events.Current.EventId is null)
        {
            got.AddRange(((UsersData)events.Current.Data).Users);
        }

        got.Select(user => user.StatusMessage!.Content).Should()
            .BeEquivalentTo(["Message 4998", "Message 4999", "Message 5000"], "users bound the memory, not time");
    }

    [Fact]
    public async Task Stream_AtItsMaxDuration_EndsAndContinuesAfterwards()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using TestApp app = await TestApp.StartAsync(
            services: (services, _) => services.AddSingleton<TimeProvider>(time));
        await using Browser browser = await Browser.OpenAsync(app);
        string last = (await browser.SweepAsync())[^1].Id!;

        time.Advance(new PresenceEventsOptions().MaxDuration);
        while (await browser.NextAsync() is { } next)
        {
            next.Name.Should().BeOneOf("beat", "status");
        }

        await using Browser again = await Browser.OpenAsync(app, lastEventId: last);
        (await again.SweepAsync()).Should().NotContain(item => item.Name == "initial");
    }

    [Fact]
    public async Task Watch_ThatIsDisposed_EndsTheStreams()
    {
        await using TestApp app = await TestApp.StartAsync();
        await using Browser browser = await Browser.OpenAsync(app);
        await browser.SweepAsync();

        await app.Watch.DisposeAsync();

        (await browser.NextAsync()).Should().BeNull();
    }

    [Fact]
    public async Task RequestTimeout_OfTheHost_DoesNotEndStreams()
    {
        await using TestApp app = await TestApp.StartAsync(
            o => o.BeatInterval = TimeSpan.FromMilliseconds(100),
            (services, _) => services.AddRequestTimeouts(
                o => o.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(50) }),
            (host, _) => host.UseRequestTimeouts());
        await using Browser browser = await Browser.OpenAsync(app);
        await browser.SweepAsync();

        for (int beat = 0; beat < 3; beat++)
        {
            (await browser.NextAsync())!.Name.Should().Be("beat");
        }
    }

    private static async Task<Socket> ConnectAsync(TestApp app)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(IPAddress.Loopback, app.Address().Port, Bounded.Stop);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"), SocketFlags.None, Bounded.Stop);
        return socket;
    }

    private static void ReportToAll(TestApp app, string message)
    {
        foreach (string id in app.Watch.Users)
        {
            Report(app, id, message);
        }
    }

    private static void Report(TestApp app, string id, string message) => app.Watch.Report(
        new UserPresence
        {
            Id = id,
            Availability = PresenceAvailability.Busy,
            StatusMessage = new PresenceStatusMessage { Content = message },
        },
        DateTimeOffset.UtcNow);
}
