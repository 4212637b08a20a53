using System.Net;

namespace PresenceClient.Redis.Tests.Support;

/// <summary>The way of a host to the tenant: it counts requests, and answers some itself.</summary>
internal sealed class TenantTap(HttpMessageHandler tenant) : DelegatingHandler(tenant)
{
    private int _requests;

    /// <summary>The number of requests.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Answers every request with this status; null for the tenant's answers.</summary>
    public HttpStatusCode? Refusal { get; set; }

    /// <summary>Answers the next request with 429 and this wait.</summary>
    public TimeSpan? ThrottleNext { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        if (ThrottleNext is { } wait)
        {
            ThrottleNext = null;
            HttpResponseMessage throttled = Answer(request, HttpStatusCode.TooManyRequests);
            throttled.Headers.RetryAfter = new(wait);
            return throttled;
        }

        if (Refusal is { } status)
        {
            return Answer(request, status);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status) => new(status)
    {
        RequestMessage = request,
        Content = new StringContent("""{"error":{"code":"Forbidden","message":""}}""", null, "application/json"),
    };
}
