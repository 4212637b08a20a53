using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Graph.Models;

namespace PresenceClient.MicrosoftGraph.Tests;

public sealed class ReadTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Presence_ReadByBoth_IsTheSame(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);
        string id = both.Ids[3];

        Presence sdk = (await both.Sdk.Users[id].Presence.GetAsync(cancellationToken: Cancelled))!;
        UserPresence ours = await both.Client.Users[id].GetPresenceAsync(Cancelled);

        (ours.Id, ours.AvailabilityText, ours.ActivityText).Should().Be((sdk.Id!, sdk.Availability, sdk.Activity));
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Presences_ReadInBulkByBoth_AreTheSame(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter, users: 1_400);
        string[] ids = both.Ids;

        PresenceReadResult ours = await both.Client.Presences.GetAsync(ids, Cancelled);
        var sdk = new List<Presence>();
        foreach (string[] chunk in ids.Chunk(650))
        {
            GetPresencesByUserIdPostResponse? answer =
                await both.Sdk.Communications.GetPresencesByUserId.PostAsGetPresencesByUserIdPostResponseAsync(
                new GetPresencesByUserIdPostRequestBody { Ids = [.. chunk] }, cancellationToken: Cancelled);
            sdk.AddRange(answer!.Value!);
        }

        ours.Select(presence => (presence.Id, presence.AvailabilityText, presence.ActivityText)).Should()
            .Equal(sdk.Select(presence => (presence.Id!, presence.Availability, presence.Activity)));
        both.Emulator.Requests.Should().HaveCount(6);
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Loader_DuringReadsOfTheSdk_JoinsItsCallers(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);
        PresenceLoader loader = both.Client.Presences.CreateLoader();

        Task<Presence?>[] sdk = [.. both.Ids.Select(id =>
            both.Sdk.Users[id].Presence.GetAsync(cancellationToken: Cancelled))];
        LoadedPresence[] ours = await Task.WhenAll(both.Ids.Select(id => loader.GetAsync(id, Cancelled)));

        ours.Select(loaded => loaded.Presence!.AvailabilityText).Should()
            .Equal((await Task.WhenAll(sdk)).Select(presence => presence!.Availability));
        both.Emulator.Requests.Count(request => request.Method == "POST").Should().BeLessThan(both.Ids.Length);
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Users_ListedByBoth_AreTheSame(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter, users: 1_100);

        List<DirectoryUser> ours = await both.Client.Users.ListAsync(Cancelled).ToListAsync(Cancelled);
        UserCollectionResponse sdk = (await both.Sdk.Users.GetAsync(
            request => request.QueryParameters.Top = 999, Cancelled))!;

        ours.Take(999).Select(user => (user.Id, user.DisplayName)).Should()
            .Equal(sdk.Value!.Select(user => (user.Id!, user.DisplayName)));
        ours.Should().HaveCount(1_100);
        (await both.Client.Users[ours[0].UserPrincipalName!].GetUserAsync(Cancelled)).Id.Should().Be(ours[0].Id);
    }
}
