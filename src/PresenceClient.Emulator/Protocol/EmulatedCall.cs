using System.Buffers;
using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Protocol;

/// <summary>A call to Graph, either a separate request or one of a batch.</summary>
internal sealed record EmulatedCall(string Method, string Path, TenantState State)
{
    public const string ConsistencyLevel = "ConsistencyLevel";

    /// <summary>The time of arrival, by the clock of the state. The whole call uses this time.</summary>
    public DateTime Now { get; } = State.Now;

    /// <summary>Scheme and host as the caller sees them, for links to further pages.</summary>
    public required string Origin { get; init; }

    /// <summary>The Authorization header; empty if there is none.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>The Content-Type header; empty if there is none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Whether the header <c>ConsistencyLevel</c> is <c>eventual</c>; advanced queries require it.</summary>
    public bool IsEventual { get; init; }

    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    /// <summary>The query exactly as sent, with its question mark.</summary>
    public string QueryText { get; init; } = "";

    public ReadOnlySequence<byte> Body { get; init; }

    /// <summary>Whether the body exceeds the service's limit and was therefore not read.</summary>
    public bool IsTooLarge { get; init; }

    public bool IsInBatch { get; init; }

    /// <summary>How long readers do not see the changes of the call.</summary>
    public TimeSpan VisibleAfter { get; init; }

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The request id that the caller sent; empty if there is none.</summary>
    public string SentRequestId { get; init; } = "";

    /// <summary>The value of client-request-id in the answer: the caller's id, or else the service's.</summary>
    public string ClientRequestId => SentRequestId.Length == 0 ? RequestId : SentRequestId;

    /// <summary>Whether a value of the header <c>ConsistencyLevel</c> asks for the index of advanced queries.</summary>
    public static bool MeansEventual(string value) => value.Equals("eventual", StringComparison.OrdinalIgnoreCase);
}
