using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

/// <summary>
/// Answers with no more than a status, and knows what came, how many requests are under way, and how many were at most.
/// </summary>
internal sealed class FlightHandler : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<SentRequest> _requests = [];
    private int _inFlight;
    private int _most;

    /// <summary>What happens while a request is under way; at least, others get their turn.</summary>
    public Func<SentRequest, CancellationToken, Task> During { get; set; } = static async (_, _) => await Task.Yield();

    /// <summary>The status of the answer to a request.</summary>
    public Func<SentRequest, HttpStatusCode> Answer { get; init; } = static _ => HttpStatusCode.OK;

    public int InFlight => Volatile.Read(ref _inFlight);

    public int MostInFlight => Volatile.Read(ref _most);

    public SentRequest[] Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>A client that sends through it.</summary>
    public GraphStub Connect()
    {
        var graph = new GraphStub();
        graph.Options.HttpMessageHandler = this;
        return graph;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = Begin(request);
        try
        {
            await During(sent, cancellationToken);
            return new HttpResponseMessage(Answer(sent));
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private SentRequest Begin(HttpRequestMessage request)
    {
        var sent = SentRequest.Of(request);
        lock (_gate)
        {
            _requests.Add(sent);
            _most = Math.Max(_most, Interlocked.Increment(ref _inFlight));
            return sent;
        }
    }
}
