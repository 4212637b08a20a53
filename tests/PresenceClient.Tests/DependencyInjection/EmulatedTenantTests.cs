using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>A host's clients end to end, each against a tenant of its own.</summary>
public sealed class EmulatedTenantTests
{
    [Fact]
    public async Task KeyedClients_OfTwoTenants_ReadEachItsOwn()
    {
        await using PresenceEmulator contoso = await StartAsync(1);
        await using PresenceEmulator fabrikam = await StartAsync(2);
        await using ServiceProvider provider = Container.Build(s =>
        {
            // One over loopback, by the configuration; one in memory, by its handler.
            s.AddKeyedPresenceClient("contoso", Container.Section(("BaseAddress", contoso.BaseAddress.AbsoluteUri)));
            s.AddKeyedPresenceClient("fabrikam").ConfigurePrimaryHttpMessageHandler(fabrikam.CreateHandler);
            s.AddKeyedSingleton<TokenCredential>("contoso", contoso.CreateCredential());
            s.AddKeyedSingleton<TokenCredential>("fabrikam", fabrikam.CreateCredential());
        });

        foreach ((string key, PresenceEmulator tenant) in new[] { ("contoso", contoso), ("fabrikam", fabrikam) })
        {
            PresenceServiceClient client = provider.GetRequiredKeyedService<PresenceServiceClient>(key);
            PresenceReadResult read = await client.Presences.GetAsync(tenant.Users.Select(u => u.Id), Test.Token);

            read.Should().OnlyContain(p => p.Availability != PresenceAvailability.PresenceUnknown)
                .And.HaveCount(tenant.Users.Count);
        }
    }

    [Fact]
    public async Task StandardResilienceHandler_OfTheHosts_Composes()
    {
        await using PresenceEmulator graph = await StartAsync(1);
        EmulatedUser user = graph.Users[0];
        graph.InjectFault(EmulatorFault.Status(503) with { Times = 2 });
        await using ServiceProvider provider = Container.Build(s =>
        {
            s.AddSingleton<TokenCredential>(graph.CreateCredential());
            s.AddPresenceClient().ConfigurePrimaryHttpMessageHandler(graph.CreateHandler)
                .AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.Zero);
        });

        UserPresence read = await provider.GetRequiredService<PresenceServiceClient>().Users[user.Id]
            .GetPresenceAsync(Test.Token);

        read.Id.Should().Be(user.Id);
        graph.Requests.Should().HaveCount(3);
    }

    private static Task<PresenceEmulator> StartAsync(int seed) =>
        PresenceEmulator.StartAsync(o => (o.Users, o.Seed) = (20, seed), Test.Token);
}
