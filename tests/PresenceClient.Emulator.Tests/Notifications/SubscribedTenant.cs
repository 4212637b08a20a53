using System.Text.Json;
using Azure.Core;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests.Notifications;

/// <summary>A tenant on a held clock, a subscriber in memory, and short ways to subscribe.</summary>
internal sealed class SubscribedTenant : IAsyncDisposable
{
    public const string Address = "https://hook.contoso.example/graph/presence";
    public const string LifecycleAddress = "https://hook.contoso.example/graph/lifecycle";

    private SubscribedTenant()
    {
    }

    public TestTenant Tenant { get; private set; } = null!;

    public TestSubscriber Subscriber { get; } = new();

    public PresenceEmulator Emulator => Tenant.Emulator;

    /// <summary>A signed-in person with the scope that subscriptions require.</summary>
    public TokenCredential Person => field ??= SignIn(0);

    public static async Task<SubscribedTenant> StartAsync(Action<PresenceEmulatorOptions>? configure = null)
    {
        var made = new SubscribedTenant();
        made.Tenant = await TestTenant.StartAsync(options =>
        {
            options.NotificationHandler = () => made.Subscriber;
            configure?.Invoke(options);
        });
        return made;
    }

    public TokenCredential SignIn(int index) =>
        Emulator.SignIn(Emulator.Users.Where(user => user.AccountEnabled).ElementAt(index), "Presence.Read.All");

    public static string Filter(params EmulatedUser[] users) =>
        $"/communications/presences?$filter=id in ({string.Join(',', users.Select(user => $"'{user.Id}'"))})";

    /// <summary>The body of a subscription with encrypted content, with some properties replaced.</summary>
    public string Body(string resource, params (string Name, object? Value)[] replaced)
    {
        var body = new Dictionary<string, object?>
        {
            ["changeType"] = "updated",
            ["notificationUrl"] = Address,
            ["resource"] = resource,
            ["includeResourceData"] = true,
            ["encryptionCertificate"] = Subscriber.Certificate,
            ["encryptionCertificateId"] = TestSubscriber.CertificateId,
            ["expirationDateTime"] = In(60),
            ["clientState"] = "secret",
        };
        foreach ((string name, object? value) in replaced)
        {
            body[name] = value;
        }

        return JsonSerializer.Serialize(body.Where(pair => pair.Value is not null).ToDictionary());
    }

    public string In(double minutes) => Emulator.UtcNow.AddMinutes(minutes).ToString("O");

    public Task<Answer> PostAsync(string body, TokenCredential? credential = null) =>
        Tenant.PostAsync("subscriptions", body, credential ?? Person);

    /// <summary>Subscribes to users, and returns the id.</summary>
    public async Task<string> SubscribeAsync(EmulatedUser[] users, params (string Name, object? Value)[] replaced)
    {
        Answer answer = await PostAsync(Body(Filter(users), replaced));
        answer.Status.Should().Be(201, answer.Text);
        return answer.Json.GetProperty("id").GetString()!;
    }

    public Task<Answer> SendAsync(
        HttpMethod method, string id, string? body = null, TokenCredential? credential = null) =>
        Tenant.SendAsync(method, $"subscriptions/{id}", body, credential ?? Person);

    public Task DeliverAsync() => Emulator.DeliverNotificationsAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets time pass, and delivers what became due.</summary>
    public Task DeliverAfterAsync(double minutes)
    {
        Tenant.Advance(minutes);
        return DeliverAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        Subscriber.Dispose();
    }
}
