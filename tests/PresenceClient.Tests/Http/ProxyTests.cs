using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.Tests.DependencyInjection;
using PresenceClient.Tests.Diagnostics;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

/// <summary>
/// A proxy that the environment names (HTTP_PROXY) would receive tokens for an http address of this machine in clear
/// text. The variable applies to the whole process, so no other test runs at the same time.
/// </summary>
[Collection(nameof(Listening))]
public sealed class ProxyTests : IAsyncLifetime
{
    private static readonly byte[] Presence = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\n"
        + $"Content-Type: application/json\r\nConnection: close\r\n\r\n{Samples.Presence()}");

    private readonly IWebProxy _before = HttpClient.DefaultProxy;
    private readonly LoopbackServer _proxy = new(Presence);
    private readonly LoopbackServer _graph = new(Presence);

    public static TheoryData<string> ProxiedHandlers { get; } = ["sockets", "client", "wrapped", "proxy of its own"];

    public ValueTask InitializeAsync()
    {
        HttpClient.DefaultProxy = Proxy();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        HttpClient.DefaultProxy = _before;
        await _proxy.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task OtherClients_UseIt()
    {
        using var other = new HttpClient();

        (await other.GetAsync(_graph.BaseAddress, Test.Token)).Dispose();

        _proxy.Heads.Should().ContainSingle();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task OwnHandler_GoesToLoopbackDirectly(string host)
    {
        using var client = new PresenceServiceClient(new FakeCredential(), new() { BaseAddress = Address(host) });

        await client.Me.GetPresenceAsync(Test.Token);

        _graph.Heads.Should().ContainSingle().Which.Should().Contain("token-1");
        _proxy.Heads.Should().BeEmpty();
    }

    [Fact]
    public async Task HandlerOfAHostsClient_GoesToLoopbackDirectly()
    {
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
            s.AddPresenceClient(o => o.BaseAddress = _graph.BaseAddress));

        await provider.ReadAsync();

        _graph.Heads.Should().ContainSingle();
        _proxy.Heads.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProxiedHandlers))]
    public void HandlerOfTheCallers_ThatUsesIt_IsRefused(string kind)
    {
        using HttpMessageHandler handler = Proxied(kind);
        var options = new PresenceClientOptions { BaseAddress = _graph.BaseAddress, HttpMessageHandler = handler };

        Invoking(() => new PresenceServiceClient(new FakeCredential(), options)).Should().Throw<ArgumentException>()
            .WithMessage("PresenceClientOptions.HttpMessageHandler*proxy*UseProxy*NO_PROXY*");
    }

    [Theory]
    [MemberData(nameof(ProxiedHandlers))]
    public async Task PrimaryHandlerOfAHost_ThatUsesIt_IsRefused(string kind)
    {
        await using ServiceProvider provider = Container.BuildSignedIn(s =>
            s.AddPresenceClient(o => o.BaseAddress = _graph.BaseAddress)
                .ConfigurePrimaryHttpMessageHandler(() => Proxied(kind)));

        provider.Invoking(p => p.GetRequiredService<PresenceServiceClient>()).Should()
            .Throw<InvalidOperationException>().WithMessage("*'PresenceServiceClient'*proxy*UseProxy*NO_PROXY*");
    }

    [Fact]
    public async Task HandlerOfTheCallers_ThatBypassesIt_IsTaken()
    {
        using var off = new SocketsHttpHandler { UseProxy = false };
        using var bypassing = new SocketsHttpHandler { Proxy = new WebProxy(_proxy.BaseAddress, BypassOnLocal: true) };
        foreach (HttpMessageHandler handler in new[] { off, bypassing })
        {
            using var client = new PresenceServiceClient(new FakeCredential(), new()
            {
                BaseAddress = _graph.BaseAddress,
                HttpMessageHandler = handler,
            });

            await client.Me.GetPresenceAsync(Test.Token);
        }

        _proxy.Heads.Should().BeEmpty();
    }

    [Fact]
    public void AddressInTheCloud_UsesTheProxy()
    {
        using HttpMessageHandler handler = Proxied("sockets");

        Invoking(() => new PresenceServiceClient(new FakeCredential(), new() { HttpMessageHandler = handler }))
            .Should().NotThrow();
    }

    private WebProxy Proxy() => new(new Uri(_proxy.BaseAddress.GetLeftPart(UriPartial.Authority)));

    private Uri Address(string host) => new UriBuilder(_graph.BaseAddress) { Host = host }.Uri;

    [SuppressMessage("Reliability", "CA2000", Justification = "The handler around it disposes it.")]
    private HttpMessageHandler Proxied(string kind) => kind switch
    {
        "sockets" => new SocketsHttpHandler(),
        "client" => new HttpClientHandler(),
        "wrapped" => new Wrapper(new Wrapper(new SocketsHttpHandler())),
        _ => new SocketsHttpHandler { Proxy = Proxy() },
    };

    private sealed class Wrapper(HttpMessageHandler inner) : DelegatingHandler(inner);
}
