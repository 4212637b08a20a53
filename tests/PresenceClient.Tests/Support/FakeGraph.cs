using System.Threading.Channels;
using PresenceClient.TestSupport;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Support;

/// <summary>
/// Microsoft Graph as a test scripts it, with a client of it under a clock that stands still. The prepared answers are
/// used first, one to a request; the script answers all further requests.
/// </summary>
internal sealed class FakeGraph : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<Answer> _prepared;
    private readonly List<SentRequest> _requests = [];
    private readonly Channel<HeldRequest> _held = Channel.CreateUnbounded<HeldRequest>();
    private PresenceServiceClient? _client;
    private int _running;

    public FakeGraph(params Answer[] prepared)
    {
        _prepared = new Queue<Answer>(prepared);
        Options = new PresenceClientOptions
        {
            ApplicationId = Samples.ApplicationId,
            HttpMessageHandler = this,
            TimeProvider = Time,
            MaxRetries = 0,
        };
    }

    public FakeGraph(Func<SentRequest, Answer> script) : this() => Script = script;

    public static DateTimeOffset Start => ClockedTenant.Start;

    /// <summary>Chooses the answer when none is prepared. It can be called by several threads at once.</summary>
    public Func<SentRequest, Answer> Script { get; set; } = static request =>
        throw new InvalidOperationException($"No answer was prepared for request {request.Number}.");

    public FakeCredential Credential { get; } = new();

    public WaitClock Time { get; } = new(Start);

    /// <summary>To be changed before the client is first used.</summary>
    public PresenceClientOptions Options { get; }

    public PresenceServiceClient Client => _client ??= new PresenceServiceClient(Credential, Options);

    public PresencesClient Presences => Client.Presences;

    /// <summary>The requests so far, in the order in which they came.</summary>
    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public SentRequest Request => Requests.Should().ContainSingle().Which;

    /// <summary>How many requests are under way.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>The largest number of requests that were under way at once.</summary>
    public int MostRunning { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Makes a service that holds each request until the test answers it.</summary>
    /// <seealso cref="NextAsync"/>
    public static FakeGraph Holding()
    {
        var graph = new FakeGraph();
        graph.Script = request => graph.Hold(request);

        // A held request is not a slow one.
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
        return graph;
    }

    /// <summary>Lets the client send a call up to four times, and the clock jump over the waits between.</summary>
    public void Retry() => (Options.MaxRetries, Time.Jumps) = (3, true);

    /// <summary>Prepares one more answer.</summary>
    public void Answer(Answer answer)
    {
        lock (_gate)
        {
            _prepared.Enqueue(answer);
        }
    }

    /// <summary>Holds a request until the test answers it.</summary>
    public Answer Hold(SentRequest request, bool ignoreCancellation = false) => cancellationToken =>
    {
        var held = new HeldRequest(request);
        Task<HttpResponseMessage> answer = held.WaitAsync(ignoreCancellation ? Test.Token : cancellationToken);
        _held.Writer.TryWrite(held);
        return answer;
    };

    /// <summary>The next request that is held, once it has come.</summary>
    public Task<HeldRequest> NextAsync() => _held.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();

    /// <summary>Calls an operation.</summary>
    public Task SendAsync(string operation, CancellationToken? cancellationToken = null) =>
        OperationCalls.Named(operation).Send(Client, cancellationToken ?? Test.Token);

    /// <summary>Calls an operation that must fail, and returns its failure (of a bulk read: the reason).</summary>
    public async Task<PresenceException> FailAsync(string operation = OperationCalls.Any)
    {
        PresenceException failure = (await Awaiting(() => SendAsync(operation)).Should()
            .ThrowAsync<PresenceException>()).Which;
        return failure is PresenceIncompleteException { InnerException: PresenceException reason } ? reason : failure;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (SentRequest sent, Answer? prepared) = Begin(request);
        try
        {
            HttpResponseMessage response = await (prepared ?? Script(sent))(cancellationToken);
            response.RequestMessage = request;
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        _client?.Dispose();
        base.Dispose(disposing);
    }

    private (SentRequest Sent, Answer? Prepared) Begin(HttpRequestMessage request)
    {
        lock (_gate)
        {
            var sent = SentRequest.Of(request, _requests.Count + 1);
            _requests.Add(sent);
            MostRunning = Math.Max(MostRunning, Interlocked.Increment(ref _running));
            return (sent, _prepared.TryDequeue(out Answer? prepared) ? prepared : null);
        }
    }
}
