using System.Net;
using System.Net.Sockets;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

public sealed class DisposeTests
{
    [Fact]
    public async Task Dispose_LeavesTheCallersHandler()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await graph.Client.Me.GetPresenceAsync(Test.Token);

        graph.Client.Dispose();

        graph.IsDisposed.Should().BeFalse();
    }

    [Fact]
    public async Task Dispose_LeavesTheCallersHttpClient()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));
        using var http = new HttpClient(graph, disposeHandler: false);
        graph.Options.HttpMessageHandler = null;
        graph.Options.HttpClient = http;
        await graph.Client.Me.GetPresenceAsync(Test.Token);
        graph.Client.Dispose();
        using var second = new PresenceServiceClient(graph.Credential, graph.Options);

        (await second.Me.GetPresenceAsync(Test.Token)).Id.Should().Be(Samples.Adele);
    }

    [Fact]
    public async Task Dispose_EndsTheClientsOwnHttpClient()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var graph = new FakeGraph();
        graph.Options.HttpMessageHandler = null;
        graph.Options.BaseAddress = new Uri($"http://{listener.LocalEndpoint}/v1.0");
        PresenceServiceClient client = graph.Client;

        Task call = client.Me.GetPresenceAsync(Test.Token);
        using TcpClient connection = await listener.AcceptTcpClientAsync(Test.Token);
        client.Dispose();
        client.Dispose();

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<ObjectDisposedException>())
            .Which.ObjectName.Should().Be(typeof(PresenceServiceClient).FullName);
        await ReadToTheEndAsync(connection).BoundedAsync();
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task Disposed_EveryOperation_Throws(string operation)
    {
        using var graph = new FakeGraph(OperationCalls.Named(operation).Success);
        graph.Client.Dispose();

        (await Awaiting(() => graph.SendAsync(operation)).Should().ThrowAsync<ObjectDisposedException>())
            .Which.ObjectName.Should().Be(typeof(PresenceServiceClient).FullName);
        graph.Requests.Should().BeEmpty();
        graph.Credential.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Disposed_ClientsMadeBefore_Throw()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence())));
        PresenceServiceClient client = graph.Client;
        PresencesClient presences = client.Presences;
        UserClient user = client.Users[Samples.Adele];
        SessionClient session = user.Session;
        PreferredPresenceClient preferred = user.Preferred;
        StatusMessageClient status = user.StatusMessage;
        WorkLocationClient work = client.Me.WorkLocation;
        PresenceLoader loader = presences.CreateLoader(new() { MaxAge = TimeSpan.FromHours(1) });
        await loader.GetAsync(Samples.Adele, Test.Token);
        IAsyncEnumerable<PresencePage> pages = presences.ReadPagesAsync([Samples.Adele], Test.Token);
        IAsyncEnumerable<DirectoryUser> users = client.Users.ListAsync(Test.Token);
        client.Dispose();

        Func<Task>[] calls =
        [
            () => loader.GetAsync(Samples.Adele, Test.Token),
            () => loader.GetAsync(Samples.Alex, Test.Token),
            () => presences.GetAsync(Samples.Ids(0), Test.Token),
            () => presences.WriteAsync([], Test.Token),
            () => pages.ToListAsync(Test.Token).AsTask(),
            () => users.ToListAsync(Test.Token).AsTask(),
            () => presences.ReadPagesAsync(Samples.Ids(1), Test.Token).ToListAsync(Test.Token).AsTask(),
            () => user.GetPresenceAsync(Test.Token),
            () => user.GetUserAsync(Test.Token),
            () => session.ClearAsync(Test.Token),
            () => preferred.ClearAsync(Test.Token),
            () => status.ClearAsync(Test.Token),
            () => work.ClearAsync(Test.Token),
        ];

        foreach (Func<Task> call in calls)
        {
            await call.Should().ThrowAsync<ObjectDisposedException>();
        }

        presences.Invoking(p => p.CreateLoader()).Should().Throw<ObjectDisposedException>();
        presences.Invoking(p => p.CreateWatch()).Should().Throw<ObjectDisposedException>();
        presences.Invoking(p => p.WatchAsync(Samples.Ids(1))).Should().Throw<ObjectDisposedException>();
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Disposed_BetweenTwoPages_EndsTheEnumeration()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore($"{Samples.Root}/users?n=2", Samples.User())),
            Answers.Json(Samples.Page(Samples.User())));

        Func<Task> listing = async () =>
        {
            await foreach (DirectoryUser _ in graph.Client.Users.ListAsync(Test.Token))
            {
                graph.Client.Dispose();
            }
        };

        await listing.Should().ThrowAsync<ObjectDisposedException>();
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Disposed_WhileALoaderReads_FailsItsCallers()
    {
        using var graph = new FakeGraph();
        graph.Answer(Answers.Error(HttpStatusCode.ServiceUnavailable).After(() => graph.Client.Dispose()));
        PresenceLoader loader = graph.Client.Presences.CreateLoader();

        await loader.Awaiting(l => l.GetAsync(Samples.Adele, Test.Token).BoundedAsync()).Should()
            .ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Disposed_OverAForeignAdapter_ThrowsThoughTheAdapterLives()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        using var adapter = new ForeignAdapter(graph);
        adapter.Client.Dispose();

        await adapter.Client.Me.Awaiting(me => me.GetPresenceAsync(Test.Token)).Should()
            .ThrowAsync<ObjectDisposedException>();
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Disposed_WhileACallWaitsForARetry_SendsNoMore()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "5"));
        graph.Options.MaxRetries = 3;
        Task call = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();

        graph.Client.Dispose();
        graph.Time.Advance(TimeSpan.FromSeconds(5));

        await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<ObjectDisposedException>();
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Disposed_WhileACallWaitsAtTheGate_IsNotSentWithTheCallersHttpClient()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));
        using var http = new HttpClient(graph, disposeHandler: false);
        (graph.Options.HttpMessageHandler, graph.Options.HttpClient) = (null, http);
        graph.Options.MaxRequestsPer30Seconds = 1;
        await graph.SendAsync(OperationCalls.Any);
        Task call = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();

        graph.Client.Dispose();
        graph.Time.Advance(TimeSpan.FromSeconds(30));

        await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<ObjectDisposedException>();
        graph.Requests.Should().ContainSingle();
    }

    private static async Task ReadToTheEndAsync(TcpClient connection)
    {
        try
        {
            while (await connection.GetStream().ReadAsync(new byte[1_024], Test.Token) > 0)
            {
                // The request, until the client closes.
            }
        }
        catch (IOException)
        {
            // Or it resets.
        }
    }
}
