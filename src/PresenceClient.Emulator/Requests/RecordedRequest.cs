using System.Globalization;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator;

/// <summary>A request to Graph that the emulator has recorded, either a separate request or one of a batch.</summary>
/// <remarks>
/// A request that a batch skips because it depends on a failed one is not recorded. Properties that are known at
/// arrival are set at once; the others follow while the request is served, at the latest before the first byte of the
/// answer.
/// </remarks>
public sealed class RecordedRequest
{
    private int _status;

    internal RecordedRequest(EmulatedCall call)
    {
        Method = call.Method;
        Path = call.Path;
        Query = call.QueryText;
        Time = new DateTimeOffset(call.Now);
        RequestId = call.RequestId;
        ClientRequestId = call.SentRequestId.Length == 0 ? null : call.SentRequestId;
        IsInBatch = call.IsInBatch;
    }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path with the version, unescaped, for example <c>/v1.0/me/presence</c>.</summary>
    public string Path { get; }

    /// <summary>The query exactly as sent, with its question mark; empty if there was none.</summary>
    public string Query { get; }

    /// <summary>The time of arrival, by the tenant's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The id that the emulator gave the request, also in the answer's <c>request-id</c>.</summary>
    public string RequestId { get; }

    /// <summary>The <c>client-request-id</c> that the client sent; null if there was none.</summary>
    public string? ClientRequestId { get; }

    /// <summary>Whether the request was in a <c>$batch</c>, whose own request is recorded just before.</summary>
    public bool IsInBatch { get; }

    /// <summary>
    /// The id of the operation in the API description, for example <c>users.presence.get</c>; <c>$batch</c> for a
    /// batch; null if the emulator has no operation with this method and path.
    /// </summary>
    public string? Operation { get; internal set; }

    /// <summary>Whether the emulator has an operation with this method and path.</summary>
    public bool IsKnown => Operation is not null;

    /// <summary>The client id of the calling application; null if the token was missing or not valid.</summary>
    public string? ApplicationId => Caller?.ClientId;

    /// <summary>The object id of the signed-in user; null if the application called without a user.</summary>
    public string? UserId => Caller?.User?.Id;

    /// <summary>
    /// The status of the answer; null before the answer, and permanently if the connection was dropped.
    /// </summary>
    public int? Status
    {
        get => Volatile.Read(ref _status) is var status and not 0 ? status : null;
        internal set => Volatile.Write(ref _status, value ?? 0);
    }

    /// <summary>The injected fault that hit the request; null if there was none.</summary>
    public EmulatorFault? Fault { get; internal set; }

    internal Caller? Caller { get; set; }

    internal long Number { get; set; }

    /// <summary>Returns method, path and status.</summary>
    /// <returns>A text for logs and for the messages of failed assertions.</returns>
    public override string ToString() =>
        $"{Method} {Path}{Query} → {Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}";
}
