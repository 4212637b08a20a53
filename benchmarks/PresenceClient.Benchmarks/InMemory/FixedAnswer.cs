namespace PresenceClient.Benchmarks.InMemory;

/// <summary>A service that reads each request completely and returns the same bytes at once.</summary>
internal sealed class FixedAnswer(byte[] json) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            await body.CopyToAsync(Stream.Null, cancellationToken);
        }

        return JsonAnswer.Create(request, json);
    }
}
