using PresenceClient.AspNetCore.Tests.Support;

namespace PresenceClient.AspNetCore.Tests.Events;

/// <summary>Browsers that come back with the last id.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task LastEventId_Known_GivesTheChangesSince(int version)
    {
        await using TestApp app = await TestApp.StartAsync();
        string last = await ReadOnceAsync(app);

        await app.ShowAsync(2, "Busy", "InACall");
        await using Browser browser = await Browser.OpenAsync(app, lastEventId: last, version: version);
        List<Event> events = await browser.SweepAsync();

        events.Select(item => item.Name).Should().Equal("status", "change", "status");
        events[1].Users.Should().Equal((app.Graph.Users[2].Id, "Changed", "Busy", "InACall"));
    }

    [Fact]
    public async Task LastEventId_UserRemovedSince_IsUnwatched()
    {
        await using TestApp app = await TestApp.StartAsync();
        string last = await ReadOnceAsync(app);

        app.Watch.Users.Remove(app.Graph.Users[0].Id);
        await using Browser browser = await Browser.OpenAsync(app, lastEventId: last);

        (await browser.SweepAsync()).Single(item => item.Name == "change").Users
            .Should().Equal((app.Graph.Users[0].Id, "Unwatched", null, null));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task LastEventId_NotKnown_BeginsAnew(string id)
    {
        await using TestApp app = await TestApp.StartAsync();
        await ReadOnceAsync(app);
        await using Browser browser = await Browser.OpenAsync(app, lastEventId: id);

        List<Event> events = await browser.SweepAsync();

        events[1].Name.Should().Be("initial");
        events[1].IsReset.Should().BeTrue();
        events[1].Users.Should().HaveCount(3).And.OnlyContain(user => user.Kind == "Initial");
    }

    [Fact]
    public async Task LastEventId_OfAHostBefore_BeginsAnew()
    {
        string last;
        await using (TestApp before = await TestApp.StartAsync())
        {
            last = await ReadOnceAsync(before);
        }

        await using TestApp app = await TestApp.StartAsync();
        await using Browser browser = await Browser.OpenAsync(app, lastEventId: last);

        (await browser.SweepAsync())[1].IsReset.Should().BeTrue();
    }

    [Fact]
    public async Task LastEventId_NoUsersLeft_StillResets()
    {
        await using TestApp app = await TestApp.StartAsync();
        app.Watch.Users.Replace(Array.Empty<string>());
        await using Browser browser = await Browser.OpenAsync(app, lastEventId: "1");

        List<Event> events = await browser.SweepAsync();

        events.Should().Contain(item => item.Name == "initial" && item.IsReset && !item.Users.Any());
    }

    [Fact]
    public async Task LastEventId_CallerMaySeeOthersNow_BeginsAnew()
    {
        int allowed = 1;
        await using TestApp app = await TestApp.StartAsync(o => o.Filter = (request, _) =>
            ValueTask.FromResult(PresenceEventsFilter.Users(Watched(request).Take(allowed))));
        string last = await ReadOnceAsync(app);
        allowed = 2;
        await using Browser browser = await Browser.OpenAsync(app, lastEventId: last);

        List<Event> events = await browser.SweepAsync();

        events[1].IsReset.Should().BeTrue("the second user has not changed since, but the page does not know them");
        events[1].Users.Should().HaveCount(2);
    }

    [Fact]
    public async Task LastEventId_SameSelection_GivesTheChangesSince()
    {
        await using TestApp app = await TestApp.StartAsync();
        string path = $"/events?ids={app.Graph.Users[0].Id},{app.Graph.Users[1].Id}";
        string last = await ReadOnceAsync(app, path);

        await app.ShowAsync(0, "Busy", "InACall");
        await app.ShowAsync(2, "Busy", "InACall");
        await using Browser browser = await Browser.OpenAsync(
            app, $"/events?ids={app.Graph.Users[1].Id}&ids={app.Graph.Users[0].Id.ToUpperInvariant()}", last);

        (await browser.SweepAsync()).Single(item => item.Name == "change").Users
            .Should().Equal((app.Graph.Users[0].Id, "Changed", "Busy", "InACall"));
    }

    private static async Task<string> ReadOnceAsync(TestApp app, string path = "/events")
    {
        await using Browser browser = await Browser.OpenAsync(app, path);
        string id = (await browser.SweepAsync())[^1].Id!;
        browser.LastEventId.Should().Be(id);
        return id;
    }

    private static PresenceWatchUsers Watched(PresenceEventsRequest request) =>
        ((PresenceWatch)request.HttpContext.RequestServices.GetService(typeof(PresenceWatch))!).Users;
}
