using Microsoft.Extensions.DependencyInjection;
using PresenceClient;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Hosting;

public sealed class SharedWatchTests
{
    [Fact]
    public async Task Redis_NotConfigured_TheWatchesAreNotShared()
    {
        await using TestService service = await TestService.StartAsync();

        service.Host.Services.GetKeyedService<PresenceWatch>("contoso").Should().NotBeNull();
        service.Host.Services.GetKeyedService<PresenceSharing>("contoso").Should().BeNull();
    }

    [Fact]
    public async Task Redis_ConfiguredButDown_TheServiceStartsAndEachTenantHasItsStatus()
    {
        await using TestService service = await TestService.StartAsync(
            ("ConnectionStrings:Redis", "127.0.0.1:1,connectTimeout=500"));

        foreach (string tenant in (string[])["contoso", "fabrikam"])
        {
            service.Host.Services.GetRequiredKeyedService<PresenceSharing>(tenant).Status.Role.Should()
                .Be(PresenceSharingRole.Alone);
        }
    }
}
