using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>A keeper of a host.</summary>
public sealed class KeeperHostTests
{
    [Fact]
    public async Task Host_ThatStops_ClearsTheSessions()
    {
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync(cancellationToken: Test.Token);
        using HttpMessageHandler handler = graph.CreateHandler();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TokenCredential>(graph.CreateCredential());
        builder.Services.AddPresenceClient(o => o.ApplicationId = graph.Application.ClientId)
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        builder.Services.AddPresenceKeeper();
        builder.Services.AddPresenceKeeper(o => o.MaxConcurrency = 8);
        using IHost host = builder.Build();
        await host.StartAsync(Test.Token);
        PresenceKeeper keeper = host.Services.GetRequiredService<PresenceKeeper>();
        foreach (EmulatedUser user in graph.Users)
        {
            keeper.Set(user.Id, SessionPresence.InACall);
        }

        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        await host.StopAsync(Test.Token).BoundedAsync();

        graph.Requests.Count(r => r.Path.EndsWith("/clearPresence", StringComparison.Ordinal))
            .Should().Be(graph.Users.Count);
        keeper.Invoking(k => k.Set(graph.Users[0].Id, SessionPresence.Away)).Should().Throw<ObjectDisposedException>();
        host.Services.GetServices<IHostedService>().Should().ContainSingle();
    }

    [Fact]
    public void Options_NotValid_AreReportedWhenTheHostStarts() =>
        Container.FaultsAtStart(services =>
        {
            services.AddSingleton<TokenCredential>(new FakeCredential());
            services.AddPresenceClient(o =>
                (o.AttemptTimeout, o.TotalTimeout) = (TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5)));
            services.AddPresenceKeeper(o => (o.Expiry, o.PaceShare) = (TimeSpan.FromMinutes(5), 2));
        }).Should().Contain(f => f.Contains("PresenceKeeperOptions.Expiry", StringComparison.Ordinal))
            .And.Contain(f => f.Contains("PresenceKeeperOptions.PaceShare", StringComparison.Ordinal));

    [Fact]
    public void AddKeyedPresenceKeeper_WithoutItsClient_SaysWhichCallIsMissing() =>
        Container.FaultsAtStart(services => services.AddKeyedPresenceKeeper("contoso"))
            .Should().ContainSingle().Which.Should()
            .Contain("A keeper sends its requests through the client of the same key. Call AddKeyedPresenceClient");
}
