using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using Polly;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>
/// A host that makes all its HTTP clients resilient, as every Aspire host does: retries are the client's own and are
/// not multiplied, unless the host adds a handler to this client on purpose.
/// </summary>
public sealed class ResilienceTests
{
    private static readonly Dictionary<string, Action<IHttpClientBuilder>> Handlers = new()
    {
        ["standard"] = http => AddStandard(http),
        ["hedging"] = http => http.AddStandardHedgingHandler().Configure(o => o.Hedging.Delay = TimeSpan.Zero),
        ["own pipeline"] = http => http.AddResilienceHandler("own", Retry),
        ["own type"] = http => http.AddHttpMessageHandler(() => new OwnHandler()),
        ["Polly 7"] = http => http.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)),
    };

    public static TheoryData<string, HttpStatusCode, bool, string?> Hosts { get; } =
        new MatrixTheoryData<string, HttpStatusCode, bool, string?>(
            Handlers.Keys,
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests],
            [true, false],
            [null, "contoso"]);

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Defaults_WithAResilienceHandler_DoNotMultiplyRetries(
        string handler, HttpStatusCode status, bool defaultsFirst, string? key)
    {
        using FakeGraph graph = Failing(status);
        await using ServiceProvider provider = Container.BuildSignedIn(services =>
        {
            if (defaultsFirst)
            {
                services.ConfigureHttpClientDefaults(Handlers[handler]);
            }

            Add(services, key, graph);
            if (!defaultsFirst)
            {
                services.ConfigureHttpClientDefaults(Handlers[handler]);
            }
        });

        await provider.Awaiting(p => p.ReadAsync(key)).Should().ThrowAsync<PresenceException>();

        graph.Requests.Should().HaveCount(4, "a call and its three retries");
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Builder_WithAResilienceHandler_KeepsIt(HttpStatusCode status)
    {
        using FakeGraph graph = Failing(status);
        graph.Options.MaxRetries = 0;
        await using ServiceProvider provider = Container.BuildSignedIn(services =>
        {
            services.ConfigureHttpClientDefaults(http => AddStandard(http));
            AddStandard(Add(services, null, graph));
            Add(services, null, graph);
        });

        await provider.Awaiting(p => p.ReadAsync()).Should().ThrowAsync<PresenceException>();

        graph.Requests.Should().HaveCount(4, "the handler of the builder retries, and only that one");
    }

    [Fact]
    public async Task Builder_WithKiotasRetries_LeavesRetriesToTheClient()
    {
        using FakeGraph graph = Failing(HttpStatusCode.ServiceUnavailable);
        graph.Options.MaxRetries = 0;
        await using ServiceProvider provider = Container.BuildSignedIn(services =>
            Add(services, null, graph).AddHttpMessageHandler(() => new RetryHandler(
                new RetryHandlerOption { Delay = 0, MaxRetry = 1 })));

        await provider.Awaiting(p => p.ReadAsync()).Should().ThrowAsync<PresenceException>();

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Defaults_OtherHandlers_AndOtherClients_KeepThem()
    {
        int seen = 0;
        using FakeGraph graph = Failing(HttpStatusCode.ServiceUnavailable);
        await using ServiceProvider provider = Container.BuildSignedIn(services =>
        {
            services.ConfigureHttpClientDefaults(http =>
                AddStandard(http).Services.AddTransient(_ => new CountingHandler(() => seen++)));
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler<CountingHandler>());
            Add(services, null, graph);
            services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => graph);
        });

        await provider.Awaiting(p => p.ReadAsync()).Should().ThrowAsync<PresenceException>();
        seen.Should().Be(4);

        using HttpClient other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        (await other.GetAsync(new Uri($"{Samples.Root}/me"), Test.Token)).Dispose();
        seen.Should().Be(8);
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key, FakeGraph graph)
    {
        void Configure(PresenceClientOptions options) =>
            (options.TimeProvider, options.MaxRetries) = (graph.Time, graph.Options.MaxRetries);

        IHttpClientBuilder builder = key is null
            ? services.AddPresenceClient(Configure)
            : services.AddKeyedPresenceClient(key, Configure);
        return builder.ConfigurePrimaryHttpMessageHandler(() => graph);
    }

    // The clock jumps over the client's waits. Handlers here do not wait.
    private static FakeGraph Failing(HttpStatusCode status)
    {
        var graph = new FakeGraph([.. Enumerable.Repeat(Answers.Error(status), 20)]);
        graph.Retry();
        return graph;
    }

    private static IHttpClientBuilder AddStandard(IHttpClientBuilder http)
    {
        http.AddStandardResilienceHandler(o =>
            (o.Retry.Delay, o.Retry.ShouldRetryAfterHeader) = (TimeSpan.Zero, false));
        return http;
    }

    private static void Retry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) =>
        pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero, ShouldRetryAfterHeader = false });

    private sealed class OwnHandler() : ResilienceHandler(Pipeline())
    {
        private static ResiliencePipeline<HttpResponseMessage> Pipeline()
        {
            var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
            Retry(builder);
            return builder.Build();
        }
    }
}
