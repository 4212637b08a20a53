using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>A client over a service that holds each request until the test answers it.</summary>
internal sealed class HeldGraph : IDisposable
{
    private readonly GraphStub _stub = new();
    private readonly Handler _handler;

    public HeldGraph()
    {
        _handler = new Handler(this);
        _stub.Options.HttpMessageHandler = _handler;

        // A held request is no slow one.
        _stub.Options.AttemptTimeout = _stub.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
    }

    public PresenceClientOptions Options => _stub.Options;

    public FakeTimeProvider Time => _stub.Time;

    public PresencesClient Presences => _stub.Client.Presences;

    /// <summary>How many requests have come.</summary>
    public int Requests => _handler.Count;

    /// <summary>Whether requests go on when the client has given them up, as on a connection that hangs.</summary>
    public bool IgnoresCancellation { get; set; }

    /// <summary>What the code of each request is to do where it arrives.</summary>
    public Action OnRequest { get; set; } = static () => { };

    /// <summary>The next request, once it has come.</summary>
    public Task<HeldRequest> NextAsync() => _handler.Arrivals.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();

    public void Dispose()
    {
        _stub.Dispose();
        _handler.Dispose();
    }

    private sealed class Handler(HeldGraph graph) : HttpMessageHandler
    {
        private int _count;

        public Channel<HeldRequest> Arrivals { get; } = Channel.CreateUnbounded<HeldRequest>();

        public int Count => Volatile.Read(ref _count);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            graph.OnRequest();
            var held = new HeldRequest(request.Content is null ? [] : IdList.Read(request.Content));
            Task<HttpResponseMessage> answer = held.WaitAsync(graph.IgnoresCancellation, cancellationToken);
            Arrivals.Writer.TryWrite(held);
            return answer;
        }
    }
}
