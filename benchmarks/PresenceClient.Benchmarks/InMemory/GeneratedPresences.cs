using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace PresenceClient.Benchmarks.InMemory;

/// <summary>
/// A service with any number of users in the same state, with different sequence numbers. The presences are as long as
/// the plain ones. It generates its answers, or caches them, so that only the client allocates from the second run on.
/// </summary>
internal sealed class GeneratedPresences(bool keepsAnswers) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, byte[]> _kept = new();
    private readonly ConcurrentBag<MemoryStream> _bodies = [];
    private int _requests;

    /// <summary>The number of requests.</summary>
    public int Requests => Volatile.Read(ref _requests);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        if (!_bodies.TryTake(out MemoryStream? body))
        {
            body = new MemoryStream();
        }

        body.SetLength(0);
        await request.Content!.CopyToAsync(body, cancellationToken);
        byte[] answer = keepsAnswers
            ? _kept.GetOrAdd(FirstId(body), static (_, b) => Answer(b), body)
            : Answer(body);
        _bodies.Add(body);
        return JsonAnswer.Create(request, answer);
    }

    private static ReadOnlySpan<byte> Utf8(MemoryStream body) => body.GetBuffer().AsSpan(0, (int)body.Length);

    private static string FirstId(MemoryStream body) => Encoding.ASCII.GetString(Utf8(body).Slice(8, 36));

    private static byte[] Answer(MemoryStream body)
    {
        var text = new StringBuilder(
            """{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.presence)",""");
        text.Append("\"value\":[");
        var reader = new Utf8JsonReader(Utf8(body));
        int count = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                string id = reader.GetString()!;
                text.Append(count++ > 0 ? "," : "").Append("{\"id\":\"").Append(id).Append(
                    "\",\"availability\":\"Available\",\"activity\":\"Available\",\"statusMessage\":null,"
                    + "\"outOfOfficeSettings\":{\"message\":null,\"isOutOfOffice\":false},\"workLocation\":null,"
                    + "\"sequenceNumber\":\"A00").Append(id, 0, 8).Append("\"}");
            }
        }

        return Encoding.ASCII.GetBytes(text.Append("]}").ToString());
    }
}
