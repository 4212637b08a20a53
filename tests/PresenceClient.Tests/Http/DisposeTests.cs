using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class DisposeTests
{
    [Fact]
    public async Task Dispose_LeavesTheCallersHandler()
    {
        using GraphStub graph = new(Answers.Json(Samples.Presence()));
        using WatchedHandler handler = new(graph.Handler);
        graph.Options.HttpMessageHandler = handler;
        await graph.Client.Me.GetPresenceAsync(Test.Token);

        graph.Client.Dispose();

        handler.IsDisposed.Should().BeFalse();
    }

    [Fact]
    public async Task Dispose_LeavesTheCallersHttpClient()
    {
        using GraphStub graph = new(Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));
        using HttpClient http = graph.Handler.ToHttpClient();
        graph.Options.HttpMessageHandler = null;
        graph.Options.HttpClient = http;
        await graph.Client.Me.GetPresenceAsync(Test.Token);
        graph.Client.Dispose();
        using PresenceServiceClient second = new(graph.Credential, graph.Options);

        (await second.Me.GetPresenceAsync(Test.Token)).Id.Should().Be(Samples.Adele);
    }

    [Fact]
    public async Task Dispose_EndsTheClientsOwnHttpClient()
    {
        using GraphStub graph = new();
        graph.Options.HttpMessageHandler = null;
        graph.Options.BaseAddress = new Uri("http://127.0.0.1:1/v1.0");
        PresenceServiceClient client = graph.Client;
        client.Dispose();
        client.Dispose();

        (await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowAsync<PresenceException>())
            .WithInnerException<ObjectDisposedException>();
    }
}
