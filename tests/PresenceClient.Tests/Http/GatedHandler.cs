using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>Answers each request once the gate lets it pass.</summary>
internal sealed class GatedHandler(Gate gate, Answer answer) : HttpMessageHandler
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public Answer Answer { get; set; } = answer;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        await gate.PassAsync(cancellationToken);
        return Answer();
    }
}
