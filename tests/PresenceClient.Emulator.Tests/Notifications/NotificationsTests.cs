using System.Net;
using System.Text.Json;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests.Notifications;

public sealed class NotificationsTests
{
    [Fact]
    public async Task Change_OfAUser_IsSentEncrypted()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        string id = await tenant.SubscribeAsync([user]);

        user.JoinCall();
        await tenant.DeliverAsync();

        JsonElement item = tenant.Subscriber.Items.Single();
        Names(item).Should().Equal(
            "id", "subscriptionId", "subscriptionExpirationDateTime", "clientState", "tenantId", "organizationId",
            "changeType", "resource", "resourceData", "encryptedContent");
        item.GetProperty("subscriptionId").GetString().Should().Be(id);
        item.GetProperty("clientState").GetString().Should().Be("secret");
        item.GetProperty("tenantId").GetString().Should().Be(tenant.Emulator.TenantId);
        item.GetProperty("resource").GetString().Should().Be($"communications/presences/{user.Id}");
        Names(item.GetProperty("resourceData")).Should().Equal("@odata.type", "@odata.id", "id");
        JsonElement content = tenant.Subscriber.Decrypt(item);
        Names(content).Should().Equal("@odata.type", "@odata.id", "id", "availability", "activity");
        content.GetProperty("id").GetString().Should().Be(user.Id);
        tenant.Subscriber.Pairs.Should().Equal("Busy/InACall");
        item.GetProperty("encryptedContent").GetProperty("encryptionCertificateId").GetString().Should().Be("2026-09");
    }

    [Fact]
    public async Task Change_WithoutResourceData_HasOnlyTheId()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user], ("includeResourceData", null), ("encryptionCertificate", null));

        user.JoinCall();
        await tenant.DeliverAsync();

        JsonElement post = tenant.Subscriber.Posts.Single();
        Names(post).Should().Equal("value");
        JsonElement item = post.GetProperty("value")[0];
        item.TryGetProperty("encryptedContent", out _).Should().BeFalse();
        Names(item.GetProperty("resourceData")).Should().Equal("@odata.type", "@odata.id", "id");
    }

    [Fact]
    public async Task Change_OfAvailabilityOrActivityOnly_IsSent()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        EmulatedUser other = tenant.Tenant.BlankUser(1);
        await tenant.SubscribeAsync([user]);

        user.SetStatusMessage("At lunch");
        user.SetScheduledLocation("office");
        other.JoinCall();
        user.BecomeAvailable(TeamsDevice.Mobile);
        user.BecomeAvailable(TeamsDevice.Desktop);
        await tenant.DeliverAsync();

        tenant.Subscriber.Pairs.Should().Equal("Available/Available");
    }

    [Fact]
    public async Task Change_BroughtByTime_IsSentAtItsTimeAndInOrder()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        await tenant.Tenant.WriteAsync(
            user, "setPresence", tenant.Tenant.SessionBody("Available", "Available", "PT20M"));

        await tenant.DeliverAfterAsync(30);

        tenant.Subscriber.Pairs.Should().Equal(
            "Available/Available", "Available/AvailableInactive", "Away/Away", "Offline/Offline");
    }

    [Fact]
    public async Task Change_BroughtByTime_IsSentWithoutACall()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        var posted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        tenant.Subscriber.OnPost = _ =>
        {
            if (tenant.Subscriber.Items.Count == 2)
            {
                posted.TrySetResult();
            }

            return Task.FromResult(HttpStatusCode.Accepted);
        };
        await tenant.SubscribeAsync([user]);

        user.AddMeeting(tenant.Emulator.UtcNow.AddMinutes(5), tenant.Emulator.UtcNow.AddMinutes(10));
        user.BecomeAvailable();
        await tenant.DeliverAsync();
        tenant.Emulator.Advance(TimeSpan.FromMinutes(6));

        await posted.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        tenant.Subscriber.Pairs.Should().Equal("Available/Available", "Busy/InAMeeting");
    }

    [Fact]
    public async Task Change_DueInLessThanAMillisecond_IsWaitedForWithATimer()
    {
        var clock = new StillClock();
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync(options =>
            (options.TimeProvider, options.NotificationDelay) = (clock, TimeSpan.FromMicroseconds(400)));
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);

        user.BecomeAvailable();

        await clock.ShortTimer.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Change_AfterTheSubscriptionEnded_IsNotSent()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        user.AddMeeting(tenant.Emulator.UtcNow.AddMinutes(50), tenant.Emulator.UtcNow.AddMinutes(70));
        user.BecomeAvailable();

        await tenant.DeliverAfterAsync(90);

        tenant.Subscriber.Pairs.Should().Equal("Available/Available", "Busy/InAMeeting");
    }

    [Fact]
    public async Task Changes_OfDeletedSubscription_AreNotSent()
    {
        await using SubscribedTenant tenant =
            await SubscribedTenant.StartAsync(options => options.NotificationDelay = TimeSpan.FromSeconds(8));
        EmulatedUser user = tenant.Tenant.BlankUser();
        string id = await tenant.SubscribeAsync([user]);

        user.JoinCall();
        await tenant.SendAsync(HttpMethod.Delete, id);
        user.EndTeamsClient();
        await tenant.DeliverAfterAsync(1);

        tenant.Subscriber.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task Changes_WithADelay_AreSentWithinTwiceTheAverageAndInOrder()
    {
        await using SubscribedTenant tenant =
            await SubscribedTenant.StartAsync(options => options.NotificationDelay = TimeSpan.FromSeconds(8));
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);

        for (int i = 0; i < 10; i++)
        {
            user.BecomeAvailable();
            user.GoAway();
        }

        await tenant.DeliverAsync();
        int atOnce = tenant.Subscriber.Items.Count;
        await tenant.DeliverAfterAsync(16 / 60.0);

        atOnce.Should().BeLessThan(20);
        tenant.Subscriber.Pairs.Should().Equal(
            Enumerable.Range(0, 20).Select(place => place % 2 == 0 ? "Available/Available" : "Away/Away"));
    }

    [Fact]
    public async Task Post_WhoseHandlerThrows_IsSentAgain()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        tenant.Subscriber.OnPost = static _ => throw new InvalidOperationException("The application threw.");
        user.JoinCall();
        await tenant.DeliverAsync();

        tenant.Subscriber.OnPost = static _ => Task.FromResult(HttpStatusCode.Accepted);
        await tenant.DeliverAfterAsync(1);

        tenant.Subscriber.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Changes_OfOneMoment_ComeInOnePost()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser[] users = [.. Enumerable.Range(0, 5).Select(tenant.Tenant.BlankUser)];
        await tenant.SubscribeAsync(users[..3]);
        await tenant.PostAsync(tenant.Body(SubscribedTenant.Filter(users[2..])), tenant.SignIn(1));
        await BlockFirstPostAsync(tenant, users);

        tenant.Subscriber.Posts[^1].GetProperty("value").EnumerateArray()
            .Select(item => item.GetProperty("subscriptionId").GetString()).Distinct().Should().HaveCount(2);
        tenant.Subscriber.Posts[^1].GetProperty("validationTokens").EnumerateArray().Should().ContainSingle();
        tenant.Subscriber.Items.Should().HaveCount(6);
    }

    [Fact]
    public async Task Post_ThatFails_IsSentAgainForFourHours()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        tenant.Subscriber.OnPost = _ => Task.FromResult(HttpStatusCode.ServiceUnavailable);

        user.JoinCall();
        await tenant.DeliverAsync();
        await tenant.DeliverAfterAsync(9 / 60.0);
        int early = tenant.Subscriber.Posts.Count;
        await tenant.DeliverAfterAsync(1 / 60.0);
        int second = tenant.Subscriber.Posts.Count;
        for (int i = 0; i < 24 * 6; i++)
        {
            await tenant.DeliverAfterAsync(2);
        }

        int all = tenant.Subscriber.Posts.Count;
        await tenant.DeliverAfterAsync(60 * 24);

        early.Should().Be(1);
        second.Should().Be(2);
        all.Should().BeInRange(10, 20);
        tenant.Subscriber.Posts.Should().HaveCount(all);
        tenant.Subscriber.Items.Select(item => item.GetProperty("id").GetString()).Distinct().Should().ContainSingle();
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public async Task Post_AnsweredAfter3Seconds_IsSentAgain(int seconds, int posts)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        Answer(tenant, after: TimeSpan.FromSeconds(seconds));

        user.JoinCall();
        await tenant.DeliverAsync();
        await tenant.DeliverAfterAsync(30);

        tenant.Subscriber.Posts.Should().HaveCount(posts);
    }

    [Fact]
    public async Task Endpoint_OftenSlow_GetsNewNotificationsTenMinutesLater()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        await BeSlowAsync(tenant, user, TimeSpan.FromSeconds(4));
        int before = tenant.Subscriber.Items.Count;

        user.StartPresenting();
        await tenant.DeliverAfterAsync(9);
        int meanwhile = tenant.Subscriber.Pairs.Count(pair => pair == "DoNotDisturb/Presenting");
        await tenant.DeliverAfterAsync(1);

        before.Should().BeGreaterThan(9);
        meanwhile.Should().Be(0);
        tenant.Subscriber.Pairs.Count(pair => pair == "DoNotDisturb/Presenting").Should().Be(1);
    }

    [Fact]
    public async Task Endpoint_OftenTooSlow_LosesNewNotificationsForTenMinutes()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        await BeSlowAsync(tenant, user, TimeSpan.FromSeconds(11));

        user.StartPresenting();
        await tenant.DeliverAfterAsync(11);
        user.BecomeAvailable();
        await tenant.DeliverAsync();

        tenant.Subscriber.Pairs.Should().NotContain("DoNotDisturb/Presenting");
        tenant.Subscriber.Pairs[^1].Should().Be("Available/Available");
    }

    [Fact]
    public async Task Live_Changes_AreSent()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync(options =>
        {
            options.Live = true;
            options.LifeSpeed = 60;
        });
        await tenant.SubscribeAsync([.. tenant.Emulator.Users]);

        for (int i = 0; i < 5; i++)
        {
            await tenant.DeliverAfterAsync(1);
        }

        tenant.Subscriber.Items.Should().HaveCountGreaterThan(10);
        string[] latest =
        [
            .. tenant.Subscriber.Items.Select(tenant.Subscriber.Decrypt)
                .GroupBy(one => one.GetProperty("id").GetString())
                .Select(one => $"{one.Key} {one.Last().GetProperty("availability")}"),
        ];
        foreach (string one in latest)
        {
            Answer answer = await tenant.Tenant.ReadAsync(tenant.Emulator.User(one.Split(' ')[0]));
            one.Should().EndWith(" " + answer.Availability);
        }
    }

    [Fact]
    public async Task OverLoopback_Http_IsSentToASocket()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        await using LoopbackSubscriber subscriber = await LoopbackSubscriber.StartAsync(certificate: null);
        await subscriber.ReceiveOneAsync(tenant);
    }

    [Fact]
    public async Task OverLoopback_HttpsWithAnyCertificate_IsSentToASocket()
    {
        using var certificate = new TestCertificate("CN=localhost", isRsa: false);
        await using TestTenant tenant = await TestTenant.StartAsync();
        await using LoopbackSubscriber subscriber = await LoopbackSubscriber.StartAsync(certificate.Certificate);
        await subscriber.ReceiveOneAsync(tenant);
    }

    private static async Task BlockFirstPostAsync(SubscribedTenant tenant, EmulatedUser[] users)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        tenant.Subscriber.OnPost = async _ =>
        {
            started.TrySetResult();
            await release.Task;
            return HttpStatusCode.Accepted;
        };
        users[0].JoinCall();
        await started.Task;
        foreach (EmulatedUser user in users[1..])
        {
            user.JoinCall();
        }

        Task delivering = tenant.DeliverAsync();
        release.SetResult();
        await delivering;
        tenant.Subscriber.Posts.Should().HaveCount(2);
    }

    private static void Answer(SubscribedTenant tenant, TimeSpan after) =>
        tenant.Subscriber.OnPost = async cancellation =>
        {
            tenant.Tenant.Clock.Advance(after);
            if (after > TimeSpan.FromSeconds(10))
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            return HttpStatusCode.Accepted;
        };

    /// <summary>Answers ten posts slowly, and then as usual.</summary>
    private static async Task BeSlowAsync(SubscribedTenant tenant, EmulatedUser user, TimeSpan duration)
    {
        Answer(tenant, duration);
        for (int i = 0; i < 5; i++)
        {
            user.BecomeAvailable();
            await tenant.DeliverAsync();
            user.GoAway();
            await tenant.DeliverAsync();
        }

        tenant.Subscriber.OnPost = _ => Task.FromResult(HttpStatusCode.Accepted);
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name);
}
