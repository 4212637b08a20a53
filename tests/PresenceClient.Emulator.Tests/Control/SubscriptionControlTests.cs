using System.Text.Json;
using PresenceClient.Emulator.Tests.Notifications;

namespace PresenceClient.Emulator.Tests.Control;

public sealed class SubscriptionControlTests
{
    private const string Root = "https://graph.microsoft.com/_emulator/";

    [Fact]
    public async Task Subscriptions_AreListed()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        string id = await tenant.SubscribeAsync([tenant.Emulator.Users[0]]);

        Answer answer = await tenant.Tenant.GetAsync(Root + "subscriptions");

        JsonElement one = answer.Json.GetProperty("value").EnumerateArray().Single();
        one.GetProperty("id").GetString().Should().Be(id);
        one.GetProperty("users").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Reauthorize_SendsTheEvent()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        await tenant.SubscribeAsync(
            [tenant.Emulator.Users[0]], ("lifecycleNotificationUrl", SubscribedTenant.LifecycleAddress));

        (await tenant.Tenant.PostAsync(Root + "subscriptions/reauthorize")).Status.Should().Be(200);
        await tenant.DeliverAsync();

        tenant.Subscriber.Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Keys_Rolled_AreOthers()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();
        const string keys = "https://graph.microsoft.com/common/discovery/v2.0/keys";
        string before = (await tenant.Tenant.GetAsync(keys)).Text;

        (await tenant.Tenant.PostAsync(Root + "keys/roll")).Status.Should().Be(200);

        (await tenant.Tenant.GetAsync(keys)).Text.Should().NotBe(before);
    }

    [Fact]
    public async Task Fault_OfNotifications_IsInjectedByName()
    {
        await using SubscribedTenant tenant = await SubscribedTenant.StartAsync();

        Answer done = await tenant.Tenant.PostAsync(
            Root + "faults", """{"path":"*","notification":"badSignature","times":2}""");
        Answer late = await tenant.Tenant.PostAsync(
            Root + "faults", """{"path":"*","notification":"late","delay":"PT2M"}""");
        Answer bad = await tenant.Tenant.PostAsync(Root + "faults", """{"path":"*","notification":"gone"}""");

        done.Status.Should().Be(201, done.Text);
        late.Status.Should().Be(201, late.Text);
        bad.Status.Should().Be(400);
        tenant.Emulator.Faults[0].Fault.Should().BeEquivalentTo(
            EmulatorFault.DamagedNotifications(NotificationDamage.BadSignature) with { Times = 2 });
        (await tenant.Tenant.GetAsync(Root + "faults")).Text.Should().Contain("\"notification\":\"badSignature\"");
    }
}
