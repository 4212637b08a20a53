using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The handlers of a host's client.</summary>
public sealed class HandlerTests
{
    [Fact]
    public async Task Send_Each_AsksTheFactoryForTheCurrentHandler()
    {
        using var first = new FakeGraph(Answers.Json(Samples.Presence()));
        using var second = new FakeGraph(Answers.Json(Samples.Presence(Samples.Alex)));
        var factory = new TurningFactory(first, second);
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddKeyedPresenceClient("contoso");
            s.AddSingleton<IHttpMessageHandlerFactory>(factory);
        });

        (await provider.ReadAsync("contoso")).Id.Should().Be(Samples.Adele);
        (await provider.ReadAsync("contoso")).Id.Should().Be(Samples.Alex);

        factory.Asked.Should().Equal("PresenceServiceClient:contoso", "PresenceServiceClient:contoso");
        (first.IsDisposed, second.IsDisposed).Should().Be((false, false), "the factory's handlers serve other clients");
    }

    [Fact]
    public void PrimaryHandler_WithAProxyForALoopbackAddress_IsRefused()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s => s
            .AddPresenceClient(o => o.BaseAddress = new Uri("http://127.0.0.1:8080/v1.0"))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                Proxy = new WebProxy("http://proxy.example:3128"),
            }));

        provider.Invoking(p => p.GetRequiredService<PresenceServiceClient>()).Should()
            .Throw<InvalidOperationException>().WithMessage("*'PresenceServiceClient'*proxy*UseProxy*NO_PROXY*");
    }

    [Fact]
    public async Task ConfigureHttpClient_OfTheHosts_Applies()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await using ServiceProvider provider = Container.BuildSignedIn(s => s.AddPresenceClient()
            .ConfigureHttpClient(c => c.DefaultRequestHeaders.Add("x-tenant", "contoso"))
            .ConfigurePrimaryHttpMessageHandler(() => graph));

        await provider.ReadAsync();

        graph.Request.Headers["x-tenant"].Should().Be("contoso");
    }

    [Fact]
    public void PrimaryHandler_ByDefault_IsThatOfAClientWithoutAHost()
    {
        using ServiceProvider provider = Container.BuildSignedIn(s => s.AddPresenceClient());
        HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>()
            .CreateHandler("PresenceServiceClient");
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        handler.Should().BeOfType<SocketsHttpHandler>().Which.Should().BeEquivalentTo(new
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(5),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = true,
        });
    }

    [Fact]
    public async Task Logs_OfTheHost_HoldNoIdOfAUser()
    {
        ConcurrentQueue<string> written = [];
        using var graph = new FakeGraph(Answers.Json(Samples.Presence(Samples.Alex)), Answers.Empty());
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
        {
            s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLogger(written)));
            s.AddPresenceClient().ConfigurePrimaryHttpMessageHandler(() => graph);
            s.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => graph);
        });

        await provider.GetRequiredService<PresenceServiceClient>().Users[Samples.Alex].GetPresenceAsync(Test.Token);
        written.Should().NotContain(line => line.Contains(Samples.Alex));

        using HttpClient other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        (await other.GetAsync(new Uri($"{Samples.Root}/users/{Samples.Alex}"), Test.Token)).Dispose();
        written.Should().Contain(line => line.Contains(Samples.Alex), "the factory's own loggers write addresses");
    }

    [Fact]
    public async Task Dispose_OfTheContainer_DisposesTheClient()
    {
        using var graph = new FakeGraph();
        ServiceProvider provider = Container.BuildSignedIn(s =>
            s.AddPresenceClient().ConfigurePrimaryHttpMessageHandler(() => graph));
        PresenceServiceClient client = provider.GetRequiredService<PresenceServiceClient>();

        await provider.DisposeAsync();

        await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowAsync<Exception>();
        graph.Requests.Should().BeEmpty();
    }

    private sealed class TurningFactory(params HttpMessageHandler[] handlers) : IHttpMessageHandlerFactory
    {
        public List<string> Asked { get; } = [];

        public HttpMessageHandler CreateHandler(string name)
        {
            Asked.Add(name);
            return handlers[Asked.Count - 1];
        }
    }
}
