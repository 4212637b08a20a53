using PresenceClient.Emulator;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_BothTenantsReached_IsHealthy()
    {
        await using TestService service = await TestService.StartAsync();

        (await HealthAsync(service)).Should().Be("Healthy");
        service.Contoso.Requests.Should().HaveCount(1);
        service.Fabrikam.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Health_OneTenantDown_IsUnhealthy()
    {
        await using TestService service = await TestService.StartAsync();
        service.Contoso.InjectFault(EmulatorFault.Status(503));

        (await HealthAsync(service)).Should().Be("Unhealthy");
    }

    [Fact]
    public async Task Health_OneTenantThrottles_IsDegraded()
    {
        await using TestService service = await TestService.StartAsync(("Tenants:contoso:WaitWhenThrottled", "false"));
        service.Contoso.InjectFault(EmulatorFault.Throttle(TimeSpan.FromMinutes(5)));

        (await HealthAsync(service)).Should().Be("Degraded");
    }

    private static async Task<string> HealthAsync(TestService service)
    {
        using HttpResponseMessage answer = await service.SendAsync(HttpMethod.Get, "/health");
        return await answer.Content.ReadAsStringAsync(TestService.Stop);
    }
}
