using System.Collections.Concurrent;
using System.Text.Json;

namespace PresenceClient.Tests.Support;

/// <summary>
/// A service that answers each bulk read with the ids it was asked for. A test can leave ids out, and can hold a
/// request back or answer it in its own way.
/// </summary>
internal sealed class BulkGraph : HttpMessageHandler
{
    private readonly ConcurrentQueue<string[]> _requests = new();
    private int _running;
    private int _most;

    /// <summary>
    /// What comes before the answer, with the ids and the number of the request; an answer replaces it.
    /// </summary>
    public Func<string[], int, CancellationToken, Task<Answer?>> Before { get; init; } =
        static (_, _, _) => Task.FromResult<Answer?>(null);

    /// <summary>The ids that the service leaves out.</summary>
    public ISet<string> LeftOut { get; init; } = new HashSet<string>();

    /// <summary>The ids of each request, in the order of their coming.</summary>
    public IReadOnlyCollection<string[]> Requests => _requests;

    /// <summary>How many requests are under way.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>How many were under way at once, at the most.</summary>
    public int MostRunning => Volatile.Read(ref _most);

    public PresenceServiceClient Connect(Action<PresenceClientOptions>? configure = null)
    {
        var options = new PresenceClientOptions { HttpMessageHandler = this, MaxRetries = 0 };
        configure?.Invoke(options);
        return new PresenceServiceClient(new FakeCredential(), options);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        InterlockedMax(Interlocked.Increment(ref _running));
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(
                await request.Content!.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            string[] ids = [.. body.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)];
            _requests.Enqueue(ids);
            Answer? answer = await Before(ids, _requests.Count, cancellationToken);
            return (answer ?? AnswerTo(ids))();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private Answer AnswerTo(string[] ids) =>
        Answers.Json(Samples.Page([.. ids.Where(id => !LeftOut.Contains(id)).Select(Samples.Presence)]));

    private void InterlockedMax(int running)
    {
        int most;
        while ((most = Volatile.Read(ref _most)) < running
            && Interlocked.CompareExchange(ref _most, running, most) != most)
        {
            // Another request changed it; look again.
        }
    }
}
