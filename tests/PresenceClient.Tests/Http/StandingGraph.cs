using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>A service on whose way a call stands still, at a place of the test's choice.</summary>
internal sealed class StandingGraph : IDisposable
{
    private readonly GraphStub _graph;
    private readonly ScriptedStream _body;
    private readonly HangingHandler _handler;

    public StandingGraph(string place)
    {
        _body = ScriptedStream.Silent(Standstill);
        _handler = new HangingHandler(Standstill);
        _graph = new GraphStub(Answers.Stream(_body));
        switch (place)
        {
            case "signing in":
                _graph.Credential.Before = Standstill.WaitAsync;
                break;
            case "sending":
                _graph.Options.HttpMessageHandler = _handler;
                break;
            default:
                break;
        }
    }

    public Standstill Standstill { get; } = new();

    public PresenceClientOptions Options => _graph.Options;

    public PresenceServiceClient Client => _graph.Client;

    public FakeTimeProvider Time => _graph.Time;

    public void Dispose()
    {
        _graph.Dispose();
        _handler.Dispose();
        _body.Dispose();
    }
}
