using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.AspNetCore.Tests.Support;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Notifications;

/// <summary>The life of subscriptions: each rule of the manager.</summary>
public sealed class ManagerTests
{
    [Fact]
    public async Task Start_SubscribesTheUsersOfTheWatch()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();

        EmulatedSubscription one = app.Graph.Subscriptions.Single();
        one.UserCount.Should().Be(10);
        one.CertificateId.Should().Be("2026-11");
        one.NotificationUrl.Should().Be(new Uri("https://hook.contoso.example/graph/presence"));
        one.ExpiresAt.Should().BeCloseTo(app.Graph.UtcNow.AddHours(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Start_MoreUsersThanOneWatcherCanCover_AreShared()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync(watchers: 2, users: 1_400);

        app.Graph.Subscriptions.Select(one => one.UserCount).Should().BeEquivalentTo([650, 650]);
        app.Graph.Subscriptions.Select(one => one.Creator).Should().OnlyHaveUniqueItems();
        await NotifiedApp.UntilAsync(
            () => app.Logs.Any(line => line.Contains("100 users have no room", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Renewal_IsAt45MinutesAtTheLatest()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        string id = app.Graph.Subscriptions.Single().Id;

        await app.PassAsync(TimeSpan.FromMinutes(41));
        int early = Updates(app);
        await app.PassUntilAsync(() => Updates(app) == 1, mostMinutes: 6);
        await app.PassAsync(TimeSpan.FromMinutes(120));

        early.Should().Be(0);
        app.Graph.Subscriptions.Single().Id.Should().Be(id);
        Updates(app).Should().BeInRange(3, 4);
    }

    [Fact]
    public async Task Renewal_OfASubscriptionThatIsGone_CreatesAnother()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        string id = app.Graph.Subscriptions.Single().Id;
        app.Graph.InjectFault(
            EmulatorFault.Status(404) with { Method = "PATCH", Path = "/subscriptions/*", Times = 1 });

        await app.PassUntilAsync(() => app.Graph.Subscriptions.Count == 1 && app.Graph.Subscriptions[0].Id != id, 50);

        app.Graph.Subscriptions.Single().UserCount.Should().Be(10);
    }

    [Fact]
    public async Task Renewal_ThatFails_IsTriedAgain()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        app.Graph.InjectFault(
            EmulatorFault.Status(503) with { Method = "PATCH", Path = "/subscriptions/*", Times = 2 });

        await app.PassUntilAsync(() => Updates(app) == 3, mostMinutes: 55);

        // A request is recorded before it has an effect.
        await NotifiedApp.UntilAsync(() => app.Graph.Subscriptions is [{ ExpiresAt: var expiry }]
            && expiry > app.Graph.UtcNow.AddMinutes(30));
        Updates(app).Should().Be(3);
    }

    [Fact]
    public async Task Creation_ConflictWithAStranger_DeletesIt()
    {
        await using NotifiedApp first = await NotifiedApp.BuildAsync();
        using var stranger = new PresenceServiceClient(
            first.Graph.SignIn(first.Graph.Users.Where(user => user.AccountEnabled).ElementAt(1), "Presence.Read.All"),
            new PresenceClientOptions { BaseAddress = first.Graph.BaseAddress, TimeProvider = first.Clock });
        first.Watch.Users.Add(first.Graph.Users.Select(user => user.Id));
        await first.App.StartAsync(Bounded.Stop);
        await first.SubscribedAsync(1);
        await stranger.Subscriptions.DeleteAsync(first.Graph.Subscriptions.Single().Id, Bounded.Stop);
        PresenceSubscription strange = await stranger.Subscriptions.CreateAsync(
            new PresenceSubscriptionRequest
            {
                UserIds = [first.Graph.Users[0].Id],
                NotificationUrl = new Uri("https://hook.contoso.example" + NotifiedApp.Path),
            },
            Bounded.Stop);

        await first.PassUntilAsync(
            () => first.Graph.Subscriptions.Count == 1 && first.Graph.Subscriptions[0].Id != strange.Id
                && first.Graph.Subscriptions[0].UserCount == 10,
            mostMinutes: 50);
    }

    [Fact]
    public async Task Creation_Refused_LeavesTheUsersToThePollsAndIsTriedAgain()
    {
        await using NotifiedApp app = await NotifiedApp.BuildAsync();
        app.Graph.InjectFault(EmulatorFault.Status(403) with { Method = "POST", Path = "/subscriptions", Times = 2 });
        app.Watch.Users.Add(app.Graph.Users.Select(user => user.Id));
        await app.App.StartAsync(Bounded.Stop);
        await NotifiedApp.UntilAsync(
            () => app.Logs.Any(line => line.Contains("AccessDeniedException, 403", StringComparison.Ordinal)));
        EmulatedUser user = app.Graph.Users[0];
        await app.Watch.WaitUntilCurrentAsync(Bounded.Stop).BoundedAsync();

        user.SetTeamsClient("DoNotDisturb", "Presenting");
        await app.PassUntilAsync(() => app.AvailabilityOf(user) == "DoNotDisturb", mostMinutes: 3);

        await app.PassUntilAsync(() => app.Graph.Subscriptions.Count == 1, mostMinutes: 5);
    }

    [Fact]
    public async Task Users_Changed_AreSubscribedAnewAndReadOverTheGap()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        string id = app.Graph.Subscriptions.Single().Id;
        int polls = app.Polls;

        app.Watch.Users.Remove(app.Graph.Users[9].Id);
        await app.PassUntilAsync(
            () => app.Graph.Subscriptions.Count == 1 && app.Graph.Subscriptions[0].Id != id, mostMinutes: 2);

        app.Graph.Subscriptions.Single().UserCount.Should().Be(9);
        await NotifiedApp.UntilAsync(() => app.Polls > polls);
    }

    [Fact]
    public async Task Users_AllRemoved_EndTheSubscription()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();

        app.Watch.Users.Replace(Array.Empty<string>());

        await app.PassUntilAsync(() => app.Graph.Subscriptions.Count == 0, mostMinutes: 2);
    }

    [Fact]
    public async Task Reauthorization_Required_RenewsAtOnce()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        await app.PassAsync(TimeSpan.FromMinutes(5));

        app.Graph.RequireReauthorization();
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);

        await NotifiedApp.UntilAsync(() => Updates(app) == 1);
        app.Graph.Requests.Should().NotContain(one => one.Operation == "subscriptions.reauthorize");
    }

    [Fact]
    public async Task Deaf_Subscription_IsCreatedAnewAndItsUsersArePolled()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();
        string id = app.Graph.Subscriptions.Single().Id;
        app.Graph.InjectFault(EmulatorFault.DamagedNotifications(NotificationDamage.Deaf) with { Times = 1 });

        int minute = 0;
        while (app.Graph.Subscriptions.Count != 1 || app.Graph.Subscriptions[0].Id == id)
        {
            minute++.Should().BeLessThan(40);
            foreach (EmulatedUser user in app.Graph.Users.Take(4))
            {
                Change(user, minute);
            }

            await app.PassAsync(TimeSpan.FromMinutes(1));
        }

        app.Logs.Should().Contain(line => line.Contains("is silent", StringComparison.Ordinal));
        app.Graph.Users[0].SetTeamsClient("DoNotDisturb", "Presenting");
        await app.Graph.DeliverNotificationsAsync(Bounded.Stop);
        await app.ShowsAsync(app.Graph.Users[0], "DoNotDisturb");
    }

    [Fact]
    public async Task Stop_DeletesTheSubscriptions()
    {
        await using NotifiedApp app = await NotifiedApp.StartAsync();

        await app.App.StopAsync(Bounded.Stop).BoundedAsync();

        app.Graph.Subscriptions.Should().BeEmpty();
    }

    [Fact]
    public async Task Start_NationalCloud_IsRefused()
    {
        await using NotifiedApp app = await NotifiedApp.BuildAsync(
            services: services => services.Configure<PresenceClientOptions>(
                "watcher1", o => (o.Cloud, o.BaseAddress) = (GraphCloud.UsGovernmentL4, null)));

        (await FluentActions.Awaiting(() => app.App.StartAsync(Bounded.Stop)).Should()
            .ThrowAsync<OptionsValidationException>()).WithMessage("*Watcher 'watcher1'*only in the global cloud*");
    }

    [Fact]
    public async Task Start_WrongOptions_AreReportedTogether()
    {
        await using NotifiedApp app = await NotifiedApp.BuildAsync(
            o =>
            {
                o.NotificationUrl = new Uri("http://hook.contoso.example/");
                o.TenantId = null;
                o.QueueCapacity = 0;
                o.RefreshAfter = TimeSpan.Zero;
                o.PlanInterval = TimeSpan.Zero;
            },
            watchers: 0);

        (await FluentActions.Awaiting(() => app.App.StartAsync(Bounded.Stop)).Should()
            .ThrowAsync<OptionsValidationException>())
            .WithMessage("*TenantId*NotificationUrl*QueueCapacity*RefreshAfter*PlanInterval*no watcher*");
    }

    private static int Updates(NotifiedApp app) =>
        app.Graph.Requests.Count(one => one.Operation == "subscriptions.update");

    private static void Change(EmulatedUser user, int minute)
    {
        if (minute % 2 == 0)
        {
            user.GoAway();
        }
        else
        {
            user.SetTeamsClient("Busy", "InACall");
        }
    }
}
