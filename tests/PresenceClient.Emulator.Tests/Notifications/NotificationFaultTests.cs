using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace PresenceClient.Emulator.Tests.Notifications;

public sealed class NotificationFaultTests
{
    [Theory]
    [InlineData(NotificationDamage.Lost, 0)]
    [InlineData(NotificationDamage.Doubled, 2)]
    public async Task Fault_HitsTheSelectedNotifications(NotificationDamage damage, int copies)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        EmulatedUser other = tenant.Tenant.BlankUser(1);
        await tenant.SubscribeAsync([user, other]);
        InjectedFault fault = tenant.Emulator.InjectFault(
            EmulatorFault.DamagedNotifications(damage) with { Path = $"*/{user.Id}", Times = 1 });

        other.GoAway();
        user.JoinCall();
        user.GoAway();
        await tenant.DeliverAsync();

        fault.Hits.Should().Be(1);
        tenant.Subscriber.Pairs.Count(pair => pair == "Busy/InACall").Should().Be(copies);
        tenant.Subscriber.Pairs.Count(pair => pair == "Away/Away").Should().Be(2);
    }

    [Fact]
    public async Task Late_IsSentAfterLaterChanges()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        tenant.Emulator.InjectFault(EmulatorFault.LateNotifications(TimeSpan.FromMinutes(2)) with { Times = 1 });

        user.JoinCall();
        user.GoAway();
        await tenant.DeliverAfterAsync(1);
        int early = tenant.Subscriber.Items.Count;
        await tenant.DeliverAfterAsync(1);

        early.Should().Be(1);
        tenant.Subscriber.Pairs.Should().Equal("Away/Away", "Busy/InACall");
    }

    [Fact]
    public async Task Deaf_Subscription_IsSilentUntilItIsCreatedAnew()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        EmulatedUser user = tenant.Tenant.BlankUser();
        string id = await tenant.SubscribeAsync([user]);
        tenant.Emulator.InjectFault(EmulatorFault.DamagedNotifications(NotificationDamage.Deaf) with { Times = 1 });

        user.JoinCall();
        await tenant.SendAsync(HttpMethod.Patch, id, $$"""{"expirationDateTime":"{{tenant.In(60)}}"}""");
        user.GoAway();
        await tenant.DeliverAsync();
        bool isDeaf = tenant.Emulator.Subscriptions.Single().IsDeaf;
        int silent = tenant.Subscriber.Posts.Count;
        await tenant.SendAsync(HttpMethod.Delete, id);
        await tenant.SubscribeAsync([user]);
        user.StartPresenting();
        await tenant.DeliverAsync();

        isDeaf.Should().BeTrue();
        silent.Should().Be(0);
        tenant.Subscriber.Pairs.Should().Equal("DoNotDisturb/Presenting");
    }

    [Theory]
    [InlineData(NotificationDamage.BadSignature, "The signature is wrong.")]
    [InlineData(NotificationDamage.WrongCertificate, "*")]
    public async Task Content_ThatIsDamaged_CannotBeRead(NotificationDamage damage, string message)
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        JsonElement post = await ReceiveAsync(tenant, damage);

        FluentActions.Invoking(() => tenant.Subscriber.Decrypt(post.GetProperty("value")[0])).Should()
            .Throw<CryptographicException>().WithMessage(message);
    }

    [Fact]
    public async Task Token_WithAWrongAudience_IsForAnotherApplication()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        JsonElement post = await ReceiveAsync(tenant, NotificationDamage.WrongAudience);

        var token = new JsonWebToken(post.GetProperty("validationTokens")[0].GetString());
        token.Audiences.Single().Should().NotBe(tenant.Tenant.AppId);
    }

    [Fact]
    public async Task Token_ThatHasExpired_IsInThePast()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        JsonElement post = await ReceiveAsync(tenant, NotificationDamage.ExpiredToken);

        var token = new JsonWebToken(post.GetProperty("validationTokens")[0].GetString());
        token.ValidTo.Should().BeBefore(DateTime.UtcNow);
    }

    [Fact]
    public async Task NoTokens_AreNull()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        JsonElement post = await ReceiveAsync(tenant, NotificationDamage.NoTokens);

        post.GetProperty("validationTokens").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Fault_OfNotifications_HitsNoRequests()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        InjectedFault fault = tenant.Emulator.InjectFault(
            EmulatorFault.DamagedNotifications(NotificationDamage.Lost));

        Answer answer = await tenant.Tenant.ReadAsync(tenant.Emulator.Users[0]);

        answer.Status.Should().Be(200);
        fault.Hits.Should().Be(0);
    }

    [Fact]
    public async Task Fault_OfNotificationsAndRequests_IsRefused()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        var lost = EmulatorFault.DamagedNotifications(NotificationDamage.Lost);

        foreach (EmulatorFault fault in new[]
        {
            lost with { StatusCode = 500 }, lost with { Drop = true }, lost with { Method = "GET" },
            lost with { Delay = TimeSpan.FromSeconds(1) },
            EmulatorFault.DamagedNotifications(NotificationDamage.Late),
        })
        {
            FluentActions.Invoking(() => tenant.Emulator.InjectFault(fault)).Should().Throw<ArgumentException>();
        }
    }

    private static async Task<JsonElement> ReceiveAsync(SubscribedTenant tenant, NotificationDamage damage)
    {
        EmulatedUser user = tenant.Tenant.BlankUser();
        await tenant.SubscribeAsync([user]);
        tenant.Emulator.InjectFault(EmulatorFault.DamagedNotifications(damage));
        user.JoinCall();
        await tenant.DeliverAsync();
        return tenant.Subscriber.Posts.Single();
    }
}
