using System.Net;

namespace PresenceClient.Http;

/// <summary>What a failure that may pass says of the next attempt.</summary>
/// <param name="After">How long the service asks to wait; null when it does not say.</param>
/// <param name="MayBeDone">Whether the work may be done all the same: nothing says that it is not.</param>
internal sealed record RetryAdvice(TimeSpan? After, bool MayBeDone)
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    /// <summary>The request may have arrived, and its answer is lost.</summary>
    public static RetryAdvice Lost { get; } = new(After: null, MayBeDone: true);

    /// <summary>The request did not arrive.</summary>
    public static RetryAdvice NotSent { get; } = new(After: null, MayBeDone: false);

    /// <summary>The advice of a status; null where another attempt would get the same.</summary>
    public static RetryAdvice? For(HttpStatusCode status, TimeSpan? after) => status switch
    {
        // With these the service says that it did nothing; a gateway cannot know what is done behind it, and a server
        // that timed out (408) may have read the whole request. 425 is for a request that may be a replay: RFC 8470.
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or TooEarly =>
            new RetryAdvice(after, false),
        HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
            new RetryAdvice(after, true),
        _ => null,
    };
}
