using System.Buffers;
using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Protocol;

/// <summary>
/// One call to the Graph, whether it came as a request of its own or inside a batch: what it asks, and when.
/// </summary>
internal sealed record EmulatedCall(string Method, string Path, TenantState State)
{
    public const string ConsistencyLevel = "ConsistencyLevel";

    /// <summary>When it came, by the clock of the state that it came to: the whole call sees this moment.</summary>
    public DateTime Now { get; } = State.Now;

    /// <summary>Scheme and host as the caller sees them, for links to further pages.</summary>
    public required string Origin { get; init; }

    /// <summary>The Authorization header; empty if there is none.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>The Content-Type header; empty if there is none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Whether the header <c>ConsistencyLevel</c> is <c>eventual</c>, as advanced queries need it.</summary>
    public bool IsEventual { get; init; }

    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    /// <summary>The query as it came, with its question mark.</summary>
    public string QueryText { get; init; } = "";

    public ReadOnlySequence<byte> Body { get; init; }

    /// <summary>Whether the body is more than the service takes, and so is not here.</summary>
    public bool IsTooLarge { get; init; }

    public bool IsInBatch { get; init; }

    /// <summary>How long readers do not see what the call writes.</summary>
    public TimeSpan VisibleAfter { get; init; }

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The caller's own id of the request; empty if it sent none.</summary>
    public string SentRequestId { get; init; } = "";

    /// <summary>What goes back as client-request-id: the caller's own id, or else the service's.</summary>
    public string ClientRequestId => SentRequestId.Length == 0 ? RequestId : SentRequestId;

    /// <summary>Whether a value of the header <c>ConsistencyLevel</c> asks for the index of advanced queries.</summary>
    public static bool MeansEventual(string value) => value.Equals("eventual", StringComparison.OrdinalIgnoreCase);
}
