using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using NSubstitute;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

/// <summary>Over another client's adapter, with Kiota's own handlers.</summary>
public sealed class ForeignAdapterTests
{
    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_Sends_TheSameAsOverAnOwnAdapter(string operation)
    {
        OperationCall call = OperationCalls.Named(operation);
        using var own = new FakeGraph(call.Success);
        using var foreign = new FakeGraph(call.Success);
        using var adapter = new ForeignAdapter(foreign);

        await own.SendAsync(operation);
        await call.Send(adapter.Client, Test.Token);

        foreign.Request.Method.Should().Be(own.Request.Method);
        Uri.UnescapeDataString(foreign.Request.Url).Should().Be(Uri.UnescapeDataString(own.Request.Url));
        foreign.Request.Body.Should().Be(own.Request.Body);
        foreign.Request.Headers["Authorization"].Should().Be("Bearer token-1");
        foreign.Request.Headers["User-Agent"].Should().Contain(own.Request.Headers["User-Agent"]);
        foreign.Request.Headers.Should().ContainKey("client-request-id");
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(PresenceThrottledException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(PresenceException))]
    [InlineData(HttpStatusCode.GatewayTimeout, typeof(PresenceException))]
    [InlineData(HttpStatusCode.Found, typeof(PresenceException))]
    [InlineData(HttpStatusCode.PermanentRedirect, typeof(PresenceException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(PresenceAccessDeniedException))]
    public async Task ErrorStatus_IsItsExceptionAfterOneRequest(HttpStatusCode status, Type type)
    {
        using var graph =
            new FakeGraph(Answers.Error(status).With("Retry-After", "0").With("Location", "/v1.0/elsewhere"));
        using var adapter = new ForeignAdapter(graph);

        PresenceException failure = (await adapter.Client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token))
            .Should().ThrowAsync<PresenceException>()).Which;

        failure.Should().BeOfType(type);
        failure.StatusCode.Should().Be(status);
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task HttpClientWithKiotasHandlers_LeavesRetriesToTheClient()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "0"));
        using HttpClient http = KiotaClientFactory.Create(graph);
        using var client = new PresenceServiceClient(graph.Credential, new() { HttpClient = http, MaxRetries = 0 });

        await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowAsync<PresenceException>();

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task HandlerOfKiota_LeavesRetriesToTheClient()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "0"));
        using var handler = new RetryHandler { InnerHandler = graph };
        using var client = new PresenceServiceClient(
            graph.Credential, new() { HttpMessageHandler = handler, MaxRetries = 0 });

        await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowAsync<PresenceException>();

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Hold_OverTheAdapter_SetsAndClearsTheSession()
    {
        using var graph = new FakeGraph(Answers.Empty(), Answers.Empty());
        using var adapter = new ForeignAdapter(graph);

        PresenceHold hold = await adapter.Client.Me.Session.HoldAsync(
            SessionPresence.InACall, cancellationToken: Test.Token).BoundedAsync();
        bool wasThere = await hold.EndAsync(Test.Token).BoundedAsync();

        wasThere.Should().BeTrue();
        graph.Requests.Select(request => request.Url).Should().Equal(
            $"{Samples.Root}/me/presence/setPresence", $"{Samples.Root}/me/presence/clearPresence");
    }

    [Theory]
    [InlineData(null, "https://graph.microsoft.us/v1.0")]
    [InlineData("", "https://graph.microsoft.us/v1.0")]
    [InlineData("https://proxy.example/v1.0/", "https://proxy.example/v1.0/")]
    public void BaseUrl_WhereThereIsNone_IsTheClouds(string? before, string after)
    {
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl = before;

        using var client = new PresenceServiceClient(adapter, new() { Cloud = GraphCloud.UsGovernmentL4 });

        adapter.BaseUrl.Should().Be(after);
    }

    [Fact]
    public async Task BaseUrlWithASlash_GivesNoDoubleSlash()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        using var adapter = new ForeignAdapter(graph, "https://proxy.example/v1.0/");

        await adapter.Client.Me.GetPresenceAsync(Test.Token);

        graph.Request.Url.Should().Be("https://proxy.example/v1.0/me/presence");
    }

    [Fact]
    public void BaseAddressInOptions_IsGivenToAnAdapterWithoutOne()
    {
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl = null;

        using var client =
            new PresenceServiceClient(adapter, new() { BaseAddress = new Uri("http://localhost:80/v1.0/") });

        adapter.BaseUrl.Should().Be("http://localhost/v1.0");
    }

    [Fact]
    public void BaseAddressThatContradictsTheAdapter_IsRefused()
    {
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl = Samples.Root;
        var options = new PresenceClientOptions { BaseAddress = new Uri("https://me:hunter2@graph.microsoft.us/v1.0") };

        Invoking(() => new PresenceServiceClient(adapter, options)).Should().ThrowExactly<ArgumentException>()
            .Which.Message.Should().Contain("PresenceClientOptions.BaseAddress").And.Contain("Leave BaseAddress null")
            .And.NotContain("hunter2");
    }

    [Theory]
    [InlineData(Samples.Root, Samples.Root + "/")]
    [InlineData(Samples.Root + "/", Samples.Root)]
    [InlineData("https://Graph.Microsoft.com/v1.0", Samples.Root)]
    public void SameBaseAddressAsTheAdapters_IsTaken(string ofTheAdapter, string ofTheOptions)
    {
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl = ofTheAdapter;

        Invoking(() => new PresenceServiceClient(adapter, new() { BaseAddress = new Uri(ofTheOptions) }))
            .Should().NotThrow();
    }

    [Fact]
    public void HttpClientOrHandlerWithAnAdapter_IsRefused()
    {
        using var graph = new FakeGraph();

        Invoking(() => new PresenceServiceClient(Substitute.For<IRequestAdapter>(), graph.Options)).Should()
            .ThrowExactly<ArgumentException>().WithMessage("PresenceClientOptions.HttpMessageHandler: "
                + "HttpMessageHandler cannot be combined with a request adapter, which has its own HTTP client*");
    }

    [Fact]
    public void SignInTimeoutWithAnAdapter_IsRefused() => Invoking(() => new PresenceServiceClient(
            Substitute.For<IRequestAdapter>(), new() { SignInTimeout = TimeSpan.FromMinutes(1) })).Should()
        .ThrowExactly<ArgumentException>().WithMessage("PresenceClientOptions.SignInTimeout: "
            + "SignInTimeout cannot be combined with a request adapter, which signs in by itself. Leave it null.*");

    [Fact]
    public void NoAdapter_IsRefused() => Invoking(() => new PresenceServiceClient((IRequestAdapter)null!)).Should()
        .ThrowExactly<ArgumentNullException>().WithParameterName("adapter");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AdapterThatGivesNoNativeResponse_IsAClearFailure(bool givesAStream)
    {
        using var stream = new MemoryStream();
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.SendPrimitiveAsync<Stream>(null!, null, Test.Token)
            .ReturnsForAnyArgs(givesAStream ? stream : null);
        using var client = new PresenceServiceClient(adapter);

        PresenceException failure = (await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token))
            .Should().ThrowExactlyAsync<PresenceException>()).Which;

        failure.Message.Should().Be("me.presence.get failed: the request adapter returned no HTTP response. The client "
            + "requires an adapter that supports Kiota's ResponseHandlerOption.");
        failure.Operation.Should().Be("me.presence.get");
        stream.CanRead.Should().Be(!givesAStream, "the client disposes the stream that it got");
    }

    [Fact]
    public async Task Adapter_GetsTheTemplateOfTheAddress_WithoutTheId()
    {
        RequestInformation? request = null;
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.SendPrimitiveAsync<Stream>(Arg.Do<RequestInformation>(r => request = r), null, Test.Token)
            .ReturnsForAnyArgs((Stream?)null);
        using var client = new PresenceServiceClient(adapter);

        await client.Awaiting(c => c.Users[Samples.Adele].GetPresenceAsync(Test.Token)).Should()
            .ThrowAsync<PresenceException>();

        request!.UrlTemplate.Should().Be("{+baseurl}/users/{user-id}/presence");
    }

    [Fact]
    public async Task AnswerAfterTheCallerCancelled_IsDisposed()
    {
        var sent = new TaskCompletionSource<RequestInformation>();
        var sending = new TaskCompletionSource<Stream?>();
        var disposed = new TaskCompletionSource();
        using var content = new ClosingStream(disposed);
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.SendPrimitiveAsync<Stream>(null!, null, Test.Token).ReturnsForAnyArgs(call =>
        {
            sent.SetResult(call.Arg<RequestInformation>());
            return sending.Task;
        });
        using var client = new PresenceServiceClient(adapter);
        using var caller = new CancellationTokenSource();

        Task<UserPresence> reading = client.Me.GetPresenceAsync(caller.Token);
        RequestInformation request = await sent.Task.BoundedAsync();
        await reading.ShouldEndByAsync(caller);
        using var late = new HttpResponseMessage { Content = new StreamContent(content) };
        await request.RequestOptions.OfType<ResponseHandlerOption>().Single().ResponseHandler!
            .HandleResponseAsync<HttpResponseMessage, object>(late, null);
        disposed.Task.IsCompleted.Should().BeFalse("the adapter still uses the answer");
        sending.SetResult(null);

        await disposed.Task.BoundedAsync();
    }

    private sealed class ClosingStream(TaskCompletionSource disposed) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            disposed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
