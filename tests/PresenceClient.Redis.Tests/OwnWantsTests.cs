using PresenceClient.Presences.Watching;
using PresenceClient.Redis.Tests.Support;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests;

/// <summary>The users that a host wants, as it shows them to the others.</summary>
public sealed class OwnWantsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)] // Redis has lost what the host wrote, so the refresh writes it again.
    public async Task Refresh_UsersHaveChanged_LeavesThemToBePublished(bool isLost)
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        IDatabase redis = await stage.ConnectAsync();
        using var client = new PresenceServiceClient(
            stage.Tenant.CreateCredential(), new PresenceClientOptions { BaseAddress = stage.Tenant.BaseAddress });
        var state = new WatchState(DateTimeOffset.UtcNow);
        using var host = new SharedHost(
            client.Presences.Context, state, new PresenceWatchOptions { Polling = PresenceWatchPolling.Always },
            new PresenceSharingOptions(), stage.Keys, redis.Multiplexer, new StatusBoard("", TimeProvider.System));
        await host.Wants.PublishAsync();
        state.Add([stage.Users[0]]);
        if (isLost)
        {
            await redis.KeyDeleteAsync(stage.Keys.Hosts);
        }

        await host.Wants.RefreshAsync();

        host.Wants.HaveChanged.Should().BeTrue("the caller of a refresh reads no new users");
        await host.Wants.PublishAsync();
        host.Wants.HaveChanged.Should().BeFalse();
    }
}
