using System.Net;

namespace PresenceClient.Http;

/// <summary>The advice of a transient failure for a retry.</summary>
/// <param name="After">The wait that the service asks for; null for none.</param>
/// <param name="MayBeDone">Whether the request may have taken effect.</param>
internal sealed record RetryAdvice(TimeSpan? After, bool MayBeDone)
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    /// <summary>The request may have arrived, but its answer is lost.</summary>
    public static RetryAdvice Lost { get; } = new(After: null, MayBeDone: true);

    /// <summary>The request did not arrive.</summary>
    public static RetryAdvice NotSent { get; } = new(After: null, MayBeDone: false);

    /// <summary>Returns the advice for a status; null for a permanent failure.</summary>
    public static RetryAdvice? For(HttpStatusCode status, TimeSpan? after) => status switch
    {
        // The first three mean that the service did nothing. A gateway cannot know what the server behind it did, and a
        // server that timed out (408) may have read the whole request. 425 is for a possible replay: RFC 8470.
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or TooEarly =>
            new RetryAdvice(after, false),
        HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
            new RetryAdvice(after, true),
        _ => null,
    };
}
