using System.Net;
using PresenceClient.Serialization;

namespace PresenceClient.Http;

/// <summary>The properties of every exception of the pipeline.</summary>
internal sealed record FailureDetails(
    GraphOperation Operation, string? ClientRequestId, HttpStatusCode? StatusCode, GraphError Error)
{
    /// <summary>The wait that the service or the client asks for; null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The wait that the service asked for, which can be longer; null for none.</summary>
    public TimeSpan? AskedToWait { get; init; }

    /// <summary>Whether the service requires a token with additional claims.</summary>
    public bool AsksForClaims { get; init; }

    /// <summary>The advice for a retry; null for a permanent failure.</summary>
    public RetryAdvice? Retry { get; init; }
}
