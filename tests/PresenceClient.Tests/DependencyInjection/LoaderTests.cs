using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The loader of a host's client.</summary>
public sealed class LoaderTests
{
    [Fact]
    public async Task Loader_OfEachKey_IsASingletonOverItsClient()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence())));
        using var contoso = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence(Samples.Alex))));
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddPresenceClient().ConfigurePrimaryHttpMessageHandler(() => graph);
            s.AddKeyedPresenceClient("contoso").ConfigurePrimaryHttpMessageHandler(() => contoso);
        });
        PresenceLoader loader = provider.GetRequiredService<PresenceLoader>();
        PresenceLoader keyed = provider.GetRequiredKeyedService<PresenceLoader>("contoso");

        (await loader.GetAsync(Samples.Adele, Test.Token)).Presence!.Id.Should().Be(Samples.Adele);
        (await keyed.GetAsync(Samples.Alex, Test.Token)).Presence!.Id.Should().Be(Samples.Alex);

        graph.Requests.Should().ContainSingle();
        provider.GetRequiredService<PresenceLoader>().Should().BeSameAs(loader);
        provider.GetRequiredKeyedService<PresenceLoader>("contoso").Should().BeSameAs(keyed);
    }

    [Fact]
    public async Task Options_OfTheSectionAndOfCode_AreTheLoaders()
    {
        // A second request would find no answer.
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence())));
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddKeyedPresenceClient("contoso", Container.Section(
                    ("Loader:MaxAge", "00:00:05"), ("Loader:Capacity", "7"), ("Loader:MaxGatherTime", "00:00:01")))
                .ConfigurePrimaryHttpMessageHandler(() => graph);
            s.AddSingleton<TimeProvider>(graph.Time);
            s.Configure<PresenceLoaderOptions>("contoso", o => o.Capacity++);
        });
        PresenceLoader loader = provider.GetRequiredKeyedService<PresenceLoader>("contoso");

        await loader.GetAsync(Samples.Adele, Test.Token);
        await loader.GetAsync(Samples.Adele, Test.Token);

        graph.Requests.Should().ContainSingle();
        provider.GetRequiredService<IOptionsMonitor<PresenceLoaderOptions>>().Get("contoso").Should().BeEquivalentTo(
            new { MaxAge = TimeSpan.FromSeconds(5), Capacity = 8, MaxGatherTime = TimeSpan.FromSeconds(1) });
    }

    [Fact]
    public void Options_Wrong_AreReportedAtStart()
    {
        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential()).AddPresenceClient(
                Container.Section(("Loader:Capacity", "0"), ("Loader:MaxAge", "5"), ("Loader:Size", "1"))))
            .Should().Equal(
                "Presence:Loader:MaxAge: The value is not a duration. Write hours:minutes:seconds, for example "
                    + "00:00:30.",
                "Presence:Loader:Size: The key is not known. The keys are MaxAge, Capacity, MaxGatherTime.",
                "Presence:Loader:Capacity: 0 is less than 1. Use 1 or more. To cache nothing, leave MaxAge at zero.");
        Container.FaultsAtStart(s => s.AddSingleton<TokenCredential>(new FakeCredential())
                .Configure<PresenceLoaderOptions>("contoso", o => o.Capacity = 0).AddKeyedPresenceClient("contoso"))
            .Should().ContainSingle().Which.Should().StartWith("PresenceLoaderOptions.Capacity (client 'contoso'): 0");
    }

    [Fact]
    public async Task Loader_OfAClientOfTheHosts_IsMadeByIt()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence())));
        await using ServiceProvider provider = Container.Build(s =>
        {
            s.AddSingleton(graph.Client);
            s.AddPresenceClient();
        });

        await provider.GetRequiredService<PresenceLoader>().GetAsync(Samples.Adele, Test.Token);

        graph.Request.Headers.Should().ContainKey("Authorization");
    }
}
