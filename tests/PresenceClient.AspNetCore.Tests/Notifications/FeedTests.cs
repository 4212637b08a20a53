using PresenceClient.AspNetCore.Tests.Support;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Notifications;

/// <summary>What notifications do to the watch.</summary>
public sealed class FeedTests
{
    [Fact]
    public async Task Notification_IsAChangeWithoutAPoll()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        EmulatedUser user = app.Graph.Users[0];
        user.SetStatusMessage("Back soon");
        await app.Watch.RefreshAsync([user.Id], Bounded.Stop).BoundedAsync();
        int polls = app.Polls;

        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        await app.ShowsAsync(user, "DoNotDisturb");

        app.Polls.Should().Be(polls);
        app.Watch.TryGet(user.Id, out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.StatusMessage!.Content.Should().Be("Back soon", "a notification does not tell it");
    }

    [Fact]
    public async Task Notification_WithContent_ReadsTheRestLater()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        EmulatedUser user = app.Graph.Users[0];
        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        await app.ShowsAsync(user, "DoNotDisturb");
        int polls = app.Polls;

        await app.PassUntilAsync(() => app.Polls > polls, mostMinutes: 2);
    }

    [Fact]
    public async Task Notification_WithoutContent_ReadsTheUser()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync(isEncrypted: false);
        EmulatedUser user = app.Graph.Users[0];

        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);

        await app.PassUntilAsync(() => app.AvailabilityOf(user) == "DoNotDisturb", mostMinutes: 1);
    }

    [Theory]
    [InlineData(NotificationDamage.BadSignature)]
    [InlineData(NotificationDamage.WrongCertificate)]
    public async Task Notification_ThatCannotBeDecrypted_ReadsTheUser(NotificationDamage damage)
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        EmulatedUser user = app.Graph.Users[0];
        app.Graph.InjectFault(EmulatorFault.DamagedNotifications(damage));

        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);

        await app.PassUntilAsync(() => app.AvailabilityOf(user) == "DoNotDisturb", mostMinutes: 1);
    }

    [Theory]
    [InlineData(NotificationDamage.Lost)]
    [InlineData(NotificationDamage.NoTokens)]
    [InlineData(NotificationDamage.WrongAudience)]
    [InlineData(NotificationDamage.ExpiredToken)]
    public async Task Change_ThatNoNotificationTells_IsFoundByAPoll(NotificationDamage damage)
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        EmulatedUser user = app.Graph.Users[0];
        app.Graph.InjectFault(EmulatorFault.DamagedNotifications(damage));

        user.SetTeamsClient("DoNotDisturb", "Presenting");

        await app.PassUntilAsync(() => app.AvailabilityOf(user) == "DoNotDisturb", mostMinutes: 8);
    }

    [Fact]
    public async Task Users_WhoAreCovered_ArePolledEveryFiveMinutes()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        await app.PassAsync(TimeSpan.FromMinutes(2));
        int before = app.Polls;

        await app.PassAsync(TimeSpan.FromMinutes(30));

        (app.Polls - before).Should().BeInRange(4, 7);
        app.Watch.Status.StaleUsers.Should().Be(0);
    }

    [Fact]
    public async Task Keys_ThatRoll_LoseNoNotification()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        EmulatedUser user = app.Graph.Users[0];
        user.SetTeamsClient("Busy", "InACall");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        await app.ShowsAsync(user, "Busy");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        app.Graph.RollSigningKeys();
        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);

        await app.ShowsAsync(user, "DoNotDisturb");
    }
}
