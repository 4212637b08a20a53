using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Presence.SetPresence;
using PresenceClient.Emulator;
using PresenceClient.TestSupport;

namespace PresenceClient.MicrosoftGraph.Tests;

public sealed class WriteTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Session_SetHere_IsSeenByTheSdk(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);
        EmulatedUser user = both.Emulator.BlankUser(3);
        SessionClient session = both.Client.Users[user.Id].Session;

        await session.SetAsync(SessionPresence.InACall, TimeSpan.FromMinutes(30), Cancelled);
        Presence set = (await both.Sdk.Users[user.Id].Presence.GetAsync(cancellationToken: Cancelled))!;
        bool ended = await session.ClearAsync(Cancelled);
        Presence cleared = (await both.Sdk.Users[user.Id].Presence.GetAsync(cancellationToken: Cancelled))!;

        (set.Availability, set.Activity).Should().Be(("Busy", "InACall"));
        ended.Should().BeTrue();
        cleared.Availability.Should().Be("Offline");
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Session_SetByTheSdk_IsSeenHere(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);
        EmulatedUser user = both.Emulator.BlankUser(3);

        await both.Sdk.Users[user.Id].Presence.SetPresence.PostAsync(new SetPresencePostRequestBody
        {
            SessionId = both.Emulator.Application.ClientId,
            Availability = "DoNotDisturb",
            Activity = "Presenting",
            ExpirationDuration = TimeSpan.FromMinutes(10),
        }, cancellationToken: Cancelled);
        UserPresence seen = await both.Client.Users[user.Id].GetPresenceAsync(Cancelled);

        seen.Activity.Should().Be(PresenceActivity.Presenting);
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task StatusMessageAndPreference_SetHere_AreSeenByTheSdk(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);
        EmulatedUser user = both.Emulator.Users[3];
        user.SetTeamsClient("Available", "Available");

        await both.Client.Users[user.Id].StatusMessage.SetAsync("Back at 15:00", null, Cancelled);
        await both.Client.Users[user.Id].Preferred.SetAsync(
            PreferredPresence.DoNotDisturb, TimeSpan.FromHours(1), Cancelled);
        Presence seen = (await both.Sdk.Users[user.Id].Presence.GetAsync(cancellationToken: Cancelled))!;

        seen.StatusMessage!.Message!.Content.Should().Be("Back at 15:00");
        seen.Availability.Should().Be("DoNotDisturb");
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task WriteAsync_ManyUsers_AreAllSeenByTheSdk(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);

        PresenceWriteResult result = await both.Client.Presences.WriteAsync(
            both.Ids.Select(id => PresenceWrite.SetStatusMessage(id, "All hands at 10", null)), Cancelled);

        result.Failures.Should().BeEmpty();
        foreach (string id in both.Ids)
        {
            Presence seen = (await both.Sdk.Users[id].Presence.GetAsync(cancellationToken: Cancelled))!;
            seen.StatusMessage!.Message!.Content.Should().Be("All hands at 10");
        }
    }
}
