using Microsoft.Extensions.Options;
using PresenceService.Tests.Support;

namespace PresenceService.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Start_UnknownKey_FailsAndNamesIt() =>
        (await FluentActions.Awaiting(() => TestService.StartAsync(("Tenants:contoso:Loader:MaxAeg", "00:00:02")))
            .Should().ThrowAsync<OptionsValidationException>())
        .Which.Failures.Should().ContainSingle().Which.Should().Contain("MaxAeg");

    [Fact]
    public async Task Start_TenantWithoutEmulator_RequiresACredential() =>
        (await FluentActions.Awaiting(() => TestService.StartAsync(
                ("Tenants:northwind:Credential:Kind", "ClientSecret")))
            .Should().ThrowAsync<OptionsValidationException>())
        .Which.Failures.Should().Contain(fault => fault.Contains("TenantId"));
}
