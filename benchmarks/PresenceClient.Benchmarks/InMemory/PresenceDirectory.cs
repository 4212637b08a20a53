using System.Text.Json;

namespace PresenceClient.Benchmarks.InMemory;

/// <summary>
/// A service with a delay for each request. It answers a GET with one user's presence, and a POST with the presences
/// of the ids in its body. It allocates as little as possible, because both sides pay for it.
/// </summary>
internal sealed class PresenceDirectory(Dictionary<Guid, byte[]> presences, TimeSpan delay) : HttpMessageHandler
{
    private int _requests;

    /// <summary>The number of requests.</summary>
    public int Requests => Volatile.Read(ref _requests);

    private static ReadOnlySpan<byte> Start => """{"value":["""u8;

    private static ReadOnlySpan<byte> End => "]}"u8;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        byte[] json = request.Content is { } body
            ? AnswerBulk(await body.ReadAsByteArrayAsync(cancellationToken))
            : presences[UserOf(request.RequestUri!)];
        await Task.Delay(delay, cancellationToken);
        return JsonAnswer.Create(request, json);
    }

    // …/users/{id}/presence
    private static Guid UserOf(Uri address)
    {
        ReadOnlySpan<char> path = address.AbsolutePath;
        path = path[..path.LastIndexOf('/')];
        return Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
    }

    private byte[] AnswerBulk(byte[] body)
    {
        List<byte[]> found = [];
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                found.Add(presences[reader.GetGuid()]);
            }
        }

        byte[] answer = new byte[Start.Length + found.Sum(presence => presence.Length + 1) - 1 + End.Length];
        Start.CopyTo(answer);
        Span<byte> rest = answer.AsSpan(Start.Length);
        foreach (byte[] presence in found)
        {
            presence.CopyTo(rest);
            rest[presence.Length] = (byte)',';
            rest = rest[(presence.Length + 1)..];
        }

        // Overwrites the last comma.
        End.CopyTo(answer.AsSpan(answer.Length - End.Length));
        return answer;
    }
}
