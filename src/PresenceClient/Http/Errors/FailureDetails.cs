using System.Net;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>What every exception of the pipeline carries.</summary>
internal sealed record FailureDetails(
    GraphOperation Operation, string? ClientRequestId, HttpStatusCode? StatusCode, GraphError Error)
{
    /// <summary>How long the service or the client asks to wait; null when neither does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the service asked for, where the client waits less; null when it asked for nothing.</summary>
    public TimeSpan? AskedToWait { get; init; }

    /// <summary>Whether the service requires a token with additional claims.</summary>
    public bool AsksForClaims { get; init; }

    /// <summary>What it says of the next attempt; null where another would fail the same way.</summary>
    public RetryAdvice? Retry { get; init; }
}
