using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Emulator.GraphSdk.Tests.Doors;

namespace PresenceClient.Emulator.GraphSdk.Tests;

/// <summary>The SDK's own retry, which waits as long as the service says, in real seconds: here, none.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Get_RefusedTwice_IsAskedAThirdTime(int status)
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        tenant.Emulator.InjectFault(EmulatorFault.Status(status, retryAfter: "0") with { Times = 2 });

        Presence presence = (await tenant.App.Users[user.Id].Presence.GetAsync())!;

        presence.Availability.Should().Be("Offline");
        tenant.Emulator.Requests.Select(request => request.Status).Should().Equal(status, status, 200);
        tenant.Emulator.Requests.Select(request => request.ClientRequestId).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task SetPresence_Throttled_IsSentAgainWithItsBody()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        tenant.Emulator.InjectFault(EmulatorFault.Throttle(TimeSpan.Zero) with { Method = "POST", Times = 1 });

        await PresenceDoor.Open("users", tenant, user).SetAsync("Busy", "InACall");

        (await tenant.LookAsync(user)).Should().Be("Busy/InACall");
        tenant.Emulator.Requests.Select(request => request.Status).Should().Equal(429, 200, 200);
    }

    [Fact]
    public async Task Get_RefusedForGood_IsGivenUpAfterThreeRetries()
    {
        await using SdkTenant tenant = await SdkTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.Throttle(TimeSpan.Zero));

        Func<Task> get = () => tenant.App.Users[tenant.Emulator.Users[0].Id].Presence.GetAsync();

        AggregateException error = (await get.Should().ThrowAsync<AggregateException>()).Which;
        error.InnerExceptions.Should().HaveCount(4).And.AllBeOfType<ApiException>();
        tenant.Emulator.Requests.Select(request => request.Status).Should().Equal(429, 429, 429, 429);
    }
}
