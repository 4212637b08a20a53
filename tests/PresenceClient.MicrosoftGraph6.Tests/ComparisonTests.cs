using System.Reflection;
using Microsoft.Graph;
using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Presence.SetPresence;
using PresenceClient.Emulator;
using PresenceClient.TestSupport;

namespace PresenceClient.MicrosoftGraph.Tests;

/// <summary>What docs/comparison.md says about Microsoft's SDK, next to this client.</summary>
public sealed class ComparisonTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Sdk_AvailabilityAndActivity_AreTexts() =>
        new[] { nameof(Presence.Availability), nameof(Presence.Activity) }.Should()
            .OnlyContain(name => typeof(Presence).GetProperty(name)!.PropertyType == typeof(string));

    [Fact]
    public void Sdk_Libraries_HaveNoRegistrationForAHost()
    {
        IEnumerable<string> registrations = Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("Microsoft.Graph", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.Kiota", StringComparison.Ordinal)))
            .SelectMany(file => Assembly.LoadFrom(file).GetExportedTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.GetParameters() is [{ ParameterType.Name: "IServiceCollection" }, ..])
            .Select(method => method.Name);

        registrations.Should().BeEmpty();
    }

    [Fact]
    public void Sdk_WritesOfWorkLocations_AreOnlyInVersion6()
    {
        Assembly sdk = typeof(GraphServiceClient).Assembly;

        Type? write = sdk.GetType("Microsoft.Graph.Me.Presence.SetManualLocation.SetManualLocationRequestBuilder");

        (write is not null).Should().Be(sdk.GetName().Version!.Major > 5);
    }

    [Fact]
    public async Task Sdk_MoreThan650Ids_AreOneRequestThatIsRejected()
    {
        await using BothClients both = await BothClients.StartAsync(AdapterUse.Own, users: 651);

        Func<Task> sdk = () => ReadAsync(both.Sdk, both.Ids);

        (await sdk.Should().ThrowAsync<ODataError>()).Which.ResponseStatusCode.Should().Be(400);
        (await both.Client.Presences.GetAsync(both.Ids, Cancelled)).Should().HaveCount(651);
    }

    [Fact]
    public async Task Sdk_IdLeftOutByTheService_IsNotReported()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            options => (options.Users, options.OmitUnknownUsersFromBulk) = (2, true), Cancelled);
        using GraphServiceClient sdk = emulator.ConnectSdk(emulator.CreateCredential());
        using var client = new PresenceServiceClient(
            emulator.CreateCredential(), new PresenceClientOptions { BaseAddress = emulator.BaseAddress });
        string unknown = Guid.NewGuid().ToString();
        string[] ids = [.. emulator.Users.Select(user => user.Id), unknown];

        IEnumerable<Presence> read = await ReadAsync(sdk, ids);
        PresenceReadResult ours = await client.Presences.GetAsync(ids, Cancelled);

        read.Should().HaveCount(2);
        ours.Missing.Should().Equal(unknown);
    }

    [Fact]
    public async Task Sdk_DurationOutOfRange_IsSent()
    {
        await using BothClients both = await BothClients.StartAsync(AdapterUse.Own);
        var tooLong = TimeSpan.FromHours(5);

        Func<Task> sdk = () => both.Sdk.Users[both.Ids[0]].Presence.SetPresence.PostAsync(
            new SetPresencePostRequestBody
            {
                SessionId = both.Emulator.Application.ClientId,
                Availability = "Busy",
                Activity = "InACall",
                ExpirationDuration = tooLong,
            },
            cancellationToken: Cancelled);
        Func<Task> ours = () => both.Client.Users[both.Ids[0]].Session.SetAsync(
            SessionPresence.InACall, tooLong, Cancelled);

        (await sdk.Should().ThrowAsync<ODataError>()).Which.ResponseStatusCode.Should().Be(400);
        both.Emulator.Requests.Should().ContainSingle();
        await ours.Should().ThrowAsync<ArgumentOutOfRangeException>();
        both.Emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Sdk_ConcurrentReads_AreARequestEach()
    {
        await using BothClients both = await BothClients.StartAsync(AdapterUse.Own);

        await Task.WhenAll(both.Ids.Select(id => both.Sdk.Users[id].Presence.GetAsync(cancellationToken: Cancelled)));

        both.Emulator.Requests.Should().HaveCount(both.Ids.Length);
    }

    [Fact]
    public async Task Sdk_AfterA429_SendsItsOtherRequestsAtOnce()
    {
        await using BothClients both = await BothClients.StartAsync(AdapterUse.Own);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        both.Emulator.InjectFault(EmulatorFault.Throttle(TimeSpan.FromHours(1)) with { Times = 1 });

        Task throttled = both.Sdk.Users[both.Ids[0]].Presence.GetAsync(cancellationToken: end.Token);
        while (both.Emulator.Requests is not [{ Status: 429 }])
        {
            await Task.Yield();
            Cancelled.ThrowIfCancellationRequested();
        }

        Presence? other = await both.Sdk.Users[both.Ids[1]].Presence.GetAsync(cancellationToken: Cancelled);
        await end.CancelAsync();

        other.Should().NotBeNull();
        await FluentActions.Awaiting(() => throttled).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<IEnumerable<Presence>> ReadAsync(GraphServiceClient sdk, string[] ids)
    {
        GetPresencesByUserIdPostResponse? answer =
            await sdk.Communications.GetPresencesByUserId.PostAsGetPresencesByUserIdPostResponseAsync(
                new GetPresencesByUserIdPostRequestBody { Ids = [.. ids] }, cancellationToken: Cancelled);
        return answer!.Value!;
    }
}
