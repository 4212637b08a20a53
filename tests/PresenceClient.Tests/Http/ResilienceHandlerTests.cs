using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>
/// A host with its own resilience handler can switch the client's retries off and use the handler's.
/// </summary>
public sealed class ResilienceHandlerTests
{
    private static readonly Answer Busy = Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "0");

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_HandlerTriesAgain_IsOneAttemptOfTheClient(string operation)
    {
        OperationCall call = OperationCalls.Named(operation);
        using var graph = new FakeGraph(Busy, Busy, call.Success);
        using ServiceProvider host = HostOf(graph);

        await graph.SendAsync(operation);

        graph.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Body == graph.Requests[0].Body);
        graph.Requests.Select(request => request.Headers["client-request-id"]).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task HandlerGivesUp_TheClientDoesNotGoOn()
    {
        using var graph = new FakeGraph(Busy, Busy, Busy, Busy);
        using ServiceProvider host = HostOf(graph);

        (await graph.FailAsync()).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);

        graph.Requests.Should().HaveCount(4);
    }

    private static ServiceProvider HostOf(FakeGraph graph)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("graph").ConfigurePrimaryHttpMessageHandler(() => graph)
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero);
        ServiceProvider host = services.BuildServiceProvider();
        graph.Options.HttpMessageHandler = null;
        graph.Options.HttpClient = host.GetRequiredService<IHttpClientFactory>().CreateClient("graph");
        graph.Options.MaxRetries = 0;
        return host;
    }
}
