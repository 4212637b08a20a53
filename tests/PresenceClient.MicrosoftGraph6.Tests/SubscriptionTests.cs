using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Emulator;
using PresenceClient.TestSupport;

namespace PresenceClient.MicrosoftGraph.Tests;

/// <summary>
/// The SDK subscribes at the emulator, and its own helpers decrypt and validate what the emulator sends.
/// </summary>
public sealed class SubscriptionTests
{
    private const string Hook = "https://hook.contoso.example/presence";

    [Fact]
    public async Task Sdk_CreatesReadsRenewsReauthorizesAndDeletes()
    {
        using var subscriber = new TestSubscriber();
        await using PresenceEmulator emulator = await StartAsync(subscriber);
        using GraphServiceClient sdk = emulator.ConnectSdk(emulator.SignIn(emulator.Users[0], "Presence.Read.All"));

        Subscription? created = await sdk.Subscriptions.PostAsync(
            NewSubscription(emulator, subscriber), cancellationToken: TestContext.Current.CancellationToken);
        SubscriptionCollectionResponse? all = await sdk.Subscriptions.GetAsync(
            cancellationToken: TestContext.Current.CancellationToken);
        DateTimeOffset later = emulator.UtcNow.AddMinutes(50);
        Subscription? renewed = await sdk.Subscriptions[created!.Id].PatchAsync(
            new Subscription { ExpirationDateTime = later }, cancellationToken: TestContext.Current.CancellationToken);
        await sdk.Subscriptions[created.Id].Reauthorize.PostAsync(
            cancellationToken: TestContext.Current.CancellationToken);
        await sdk.Subscriptions[created.Id].DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        ODataError gone = (await FluentActions.Awaiting(() => sdk.Subscriptions[created.Id].GetAsync()).Should()
            .ThrowAsync<ODataError>()).Which;

        created.ApplicationId.Should().Be(emulator.Application.ClientId);
        created.CreatorId.Should().Be(emulator.Users[0].Id);
        all!.Value.Should().ContainSingle(one => one.Id == created.Id);
        renewed!.ExpirationDateTime.Should().BeCloseTo(later, TimeSpan.FromSeconds(1));
        gone.ResponseStatusCode.Should().Be(404);
        emulator.Subscriptions.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sdk_DecryptsAndValidatesWhatTheEmulatorSends(bool isV1)
    {
        Assert.SkipUnless(
            TrustedFront.IsPossible, "A process can choose the certificates that it trusts only on Linux.");
        using var subscriber = new TestSubscriber();
        await using PresenceEmulator emulator = await StartAsync(subscriber, isV1);
        await using TrustedFront front = await TrustedFront.StartAsync(emulator);
        using GraphServiceClient sdk = emulator.ConnectSdk(emulator.SignIn(emulator.Users[0], "Presence.Read.All"));
        await sdk.Subscriptions.PostAsync(
            NewSubscription(emulator, subscriber), cancellationToken: TestContext.Current.CancellationToken);

        emulator.Users[1].SetTeamsClient("DoNotDisturb", "Presenting");
        await emulator.DeliverNotificationsAsync(TestContext.Current.CancellationToken);
        ChangeNotificationCollection post = await ReadAsync(subscriber.Posts.Single());

        Presence presence = await post.Value!.Single().EncryptedContent!.DecryptAsync<Presence>(
            (id, thumbprint) => Task.FromResult(subscriber.CreateCertificate()));
        (presence.Id, presence.Availability, presence.Activity).Should()
            .Be((emulator.Users[1].Id, "DoNotDisturb", "Presenting"));
        (await IsValidAsync(post, emulator.TenantId, emulator.Application.ClientId, front)).Should().BeTrue();
        (await IsValidAsync(post, emulator.TenantId, Guid.NewGuid().ToString(), front)).Should().BeFalse();
        (await IsValidAsync(post, Guid.NewGuid().ToString(), emulator.Application.ClientId, front)).Should().BeFalse();
    }

    private static Task<PresenceEmulator> StartAsync(TestSubscriber subscriber, bool isV1 = false) =>
        PresenceEmulator.StartAsync(
            options =>
            {
                options.Users = 3;
                options.V1ValidationTokens = isV1;
                options.NotificationHandler = () => subscriber;
            },
            TestContext.Current.CancellationToken);

    private static Subscription NewSubscription(PresenceEmulator emulator, TestSubscriber subscriber) => new()
    {
        ChangeType = "updated",
        NotificationUrl = Hook,
        LifecycleNotificationUrl = Hook,
        Resource = $"/communications/presences?$filter=id in ('{emulator.Users[1].Id}')",
        IncludeResourceData = true,
        EncryptionCertificate = subscriber.Certificate,
        EncryptionCertificateId = TestSubscriber.CertificateId,
        ExpirationDateTime = emulator.UtcNow.AddHours(1),
        ClientState = "secret",
    };

    private static async Task<ChangeNotificationCollection> ReadAsync(JsonElement post) =>
        (await KiotaJsonSerializer.DeserializeAsync<ChangeNotificationCollection>(post.GetRawText()))!;

    private static Task<bool> IsValidAsync(
        ChangeNotificationCollection post, string tenant, string application, TrustedFront front) =>
        post.AreTokensValidAsync([Guid.Parse(tenant)], [Guid.Parse(application)], front.OpenIdConfigurationAddress);
}
