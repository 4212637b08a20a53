using System.Globalization;
using PresenceClient.AspNetCore.Tests.Support;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Events;

/// <summary>What a stream contains.</summary>
public sealed class StreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Stream_New_IsStatusThenTheStatesOfAllUsers(int version)
    {
        await using TestApp app = await TestApp.StartAsync();
        app.Graph.Users[0].SetTeamsClient("Busy", "InACall");
        await using Browser browser = await Browser.OpenAsync(app, version: version);

        List<Event> events = await browser.SweepAsync();

        events.Select(item => item.Name).Should().Equal("status", "initial", "status");
        events[1].IsReset.Should().BeTrue();
        events[1].Users.Select(user => user.Id).Should().BeEquivalentTo(app.Graph.Users.Select(user => user.Id));
        events[1].Users.Should().Contain((app.Graph.Users[0].Id, "Initial", "Busy", "InACall"));
        events[2].Data.GetProperty("users").GetInt32().Should().Be(3);
        events[2].Data.GetProperty("notReadUsers").GetInt32().Should().Be(0);
        events[2].Data.GetProperty("intervalSeconds").GetDouble().Should().Be(3_600);
        events[2].Data.TryGetProperty("trouble", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Headers_OfAStream_ForbidBufferingAndCaching(int version)
    {
        await using TestApp app = await TestApp.StartAsync();
        await using Browser browser = await Browser.OpenAsync(app, version: version);

        browser.Answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        browser.Answer.Headers.CacheControl!.ToString().Should().ContainAll("no-cache", "no-store", "no-transform");
        browser.Answer.Headers.GetValues("X-Accel-Buffering").Should().Equal("no");
        browser.Answer.Content.Headers.ContentEncoding.Should().Equal("identity");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Change_OfAUser_IsSentWithTheTimeSinceWhichItHolds(int version)
    {
        await using TestApp app = await TestApp.StartAsync();
        await using Browser browser = await Browser.OpenAsync(app, version: version);
        await browser.SweepAsync();

        await app.ShowAsync(1, "DoNotDisturb", "Presenting");
        List<Event> events = await browser.SweepAsync();

        events.Select(item => item.Name).Should().Equal("change", "status");
        events[0].IsReset.Should().BeFalse();
        events[0].Users.Should().Equal((app.Graph.Users[1].Id, "Changed", "DoNotDisturb", "Presenting"));
        app.Watch.TryGet(app.Graph.Users[1].Id, out WatchedPresence? known).Should().BeTrue();
        events[0].Data.GetProperty("users")[0].GetProperty("since").GetDateTimeOffset().Should().Be(known!.Since);
    }

    [Fact]
    public async Task Change_OfTheSet_IsSent()
    {
        await using TestApp app = await TestApp.StartAsync();
        await using Browser browser = await Browser.OpenAsync(app);
        await browser.SweepAsync();
        string[] ids = [.. app.Graph.Users.Select(user => user.Id)];

        app.Watch.Users.Remove(ids[0]);
        List<Event> removed = await browser.SweepAsync();
        app.Watch.Users.Add(ids[0]);
        await app.Watch.WaitUntilCurrentAsync(Bounded.Stop).BoundedAsync();
        await app.Watch.RefreshAsync([ids[0]], Bounded.Stop).BoundedAsync();
        List<Event> added = await browser.SweepAsync();

        removed[0].Users.Should().Equal((ids[0], "Unwatched", null, null));
        added.Should().Contain(item => item.Name == "initial" && !item.IsReset && item.Users.Single().Id == ids[0]);
    }

    [Fact]
    public async Task EventIds_AreVersionsOfTheWatch_AndOnlyAtTheEndOfASweep()
    {
        await using TestApp app = await TestApp.StartAsync(people: 450);
        await using Browser browser = await Browser.OpenAsync(app);

        List<Event> events = await browser.SweepAsync();

        events.Select(item => item.Name).Should().Equal("status", "initial", "initial", "initial", "status");
        events.Skip(1).Take(3).Select(item => item.IsReset).Should().Equal(true, false, false);
        events.SkipLast(1).Should().OnlyContain(item => item.Id == null, "a connection can break in the middle");
        events[^1].Id.Should().Be(app.Watch.Status.Version.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task StatusMessage_IsNeverSentByDefault()
    {
        await using TestApp app = await TestApp.StartAsync();
        EmulatedUser user = app.Graph.Users[0];
        user.SetStatusMessage("In therapy until noon");
        user.SetOutOfOffice("At the clinic");
        await using Browser browser = await Browser.OpenAsync(app);
        List<Event> events = await browser.SweepAsync();

        user.SetStatusMessage("In therapy until one");
        await app.Watch.RefreshAsync([user.Id], Bounded.Stop).BoundedAsync();
        await app.ShowAsync(1, "Busy", "InACall");
        events.AddRange(await browser.UntilAsync("change"));

        events.Should().OnlyContain(item => !item.Text.Contains("therapy") && !item.Text.Contains("clinic"));
        events.SelectMany(item => item.Name == "change" ? item.Users : []).Select(changed => changed.Id)
            .Should().Equal([app.Graph.Users[1].Id], "a change that is not sent must not show either");
        events.SelectMany(item => item.Name == "initial" ? item.Data.GetProperty("users").EnumerateArray() : [])
            .SelectMany(entry => entry.EnumerateObject().Select(property => property.Name)).Distinct()
            .Should().BeEquivalentTo("id", "kind", "since", "availability", "activity");
    }

    [Fact]
    public async Task Parts_ThatTheHostAdds_AreSent()
    {
        await using TestApp app = await TestApp.StartAsync(o => o.Parts = PresenceParts.All);
        EmulatedUser user = app.Graph.Users[0];
        await using Browser browser = await Browser.OpenAsync(app);
        await browser.SweepAsync();

        user.SetStatusMessage("Back at 15:00");
        await app.Watch.RefreshAsync([user.Id], Bounded.Stop).BoundedAsync();
        List<Event> events = await browser.SweepAsync();

        events[0].Name.Should().Be("change");
        events[0].Data.GetProperty("users")[0].GetProperty("statusMessage").GetProperty("content").GetString()
            .Should().Contain("Back at 15:00");
    }

    [Fact]
    public async Task Beat_WhenNothingHappens_IsSent()
    {
        await using TestApp app = await TestApp.StartAsync(o => o.BeatInterval = TimeSpan.FromMilliseconds(50));
        await using Browser browser = await Browser.OpenAsync(app);
        await browser.SweepAsync();

        (await browser.NextAsync())!.Name.Should().Be("beat");
        (await browser.NextAsync())!.Data.GetProperty("at").GetDateTimeOffset().Offset.Should().Be(TimeSpan.Zero);
        await app.ShowAsync(0, "Busy", "InACall");
        (await browser.SweepAsync()).Should().Contain(item => item.Name == "change");
    }

    [Fact]
    public async Task Trouble_IsAWordWithoutTextOfTheService()
    {
        await using TestApp app = await TestApp.StartAsync();
        await using Browser browser = await Browser.OpenAsync(app);
        await browser.SweepAsync();

        string id = app.Graph.Users[0].Id;
        app.Watch.Users.Remove(id);
        await browser.UntilAsync("change");

        app.Graph.InjectFault(EmulatorFault.Status(503) with { Body = "secret of Graph" });
        app.Watch.Users.Add(id);
        Event status = (await browser.SweepAsync())[^1];

        status.Data.GetProperty("trouble").GetString().Should().Be("Unavailable");
        status.Data.GetProperty("troubleSince").GetDateTimeOffset().Should().Be(app.Watch.Status.TroubleSince);
        status.Text.Should().NotContain("secret");
    }

    [Fact]
    public async Task Refusal_EndsTheStreamWithTheReason_AndBrowsersComeBackSlowly()
    {
        await using TestApp app = await TestApp.StartAsync();
        app.Graph.InjectFault(EmulatorFault.Status(403));
        await using Browser browser = await Browser.OpenAsync(app);

        (await browser.NextAsync())!.Name.Should().Be("status");
        browser.ReconnectionInterval.Should().BeLessThan(TimeSpan.FromSeconds(4));
        // Trouble can be reported before the end, too.
        Event? last = null;
        while (await browser.NextAsync() is { } next)
        {
            last = next;
        }

        last!.Data.GetProperty("trouble").GetString().Should().Be("AccessDenied");
        browser.ReconnectionInterval.Should().Be(TimeSpan.FromMinutes(1));
    }
}
