using RichardSzalay.MockHttp;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Support;

/// <summary>A client over a mocked service, which gives the answers in turn and remembers the requests.</summary>
internal sealed class GraphStub : IDisposable
{
    private readonly Queue<Answer> _answers;
    private PresenceServiceClient? _client;

    public GraphStub(params Answer[] answers)
    {
        _answers = new Queue<Answer>(answers);
        Handler.When("*").Respond(Next);
        Options = new PresenceClientOptions
        {
            ApplicationId = Samples.ApplicationId,
            HttpMessageHandler = Handler,
            TimeProvider = Time,
            MaxRetries = 0,
        };
    }

    public static DateTimeOffset Start { get; } = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    public MockHttpMessageHandler Handler { get; } = new();

    public FakeCredential Credential { get; } = new();

    public WaitClock Time { get; } = new(Start);

    /// <summary>To be changed before the client is first used.</summary>
    public PresenceClientOptions Options { get; }

    public PresenceServiceClient Client => _client ??= new PresenceServiceClient(Credential, Options);

    public List<SentRequest> Requests { get; } = [];

    public SentRequest Request => Requests.Should().ContainSingle().Which;

    /// <summary>Lets the client send a call up to four times, and the clock jump over the waits between.</summary>
    public void Retry() => (Options.MaxRetries, Time.Jumps) = (3, true);

    /// <summary>Prepares one more answer.</summary>
    public void Answer(Answer answer) => _answers.Enqueue(answer);

    /// <summary>Calls an operation.</summary>
    public Task SendAsync(string operation, CancellationToken? cancellationToken = null) =>
        OperationCalls.Named(operation).Send(Client, cancellationToken ?? Test.Token);

    /// <summary>Calls an operation that must fail, and returns its failure (of a bulk read: the reason).</summary>
    public async Task<PresenceException> FailAsync(string operation)
    {
        PresenceException failure = (await Awaiting(() => SendAsync(operation)).Should()
            .ThrowAsync<PresenceException>()).Which;
        return failure is PresenceIncompleteException { InnerException: PresenceException reason } ? reason : failure;
    }

    /// <summary>The same for an operation that stands for all.</summary>
    public Task<PresenceException> FailAsync() => FailAsync(OperationCalls.Any);

    public void Dispose()
    {
        _client?.Dispose();
        Handler.Dispose();
    }

    // Not asynchronous: MockHttp passes on what is thrown here, but never ends for a task that fails.
    private HttpResponseMessage Next(HttpRequestMessage request)
    {
        Answer? answer;
        lock (_answers)
        {
            Requests.Add(SentRequest.Of(request));
            _answers.TryDequeue(out answer);
        }

        return answer?.Invoke()
            ?? throw new InvalidOperationException($"No answer was prepared for request {Requests.Count}.");
    }
}
