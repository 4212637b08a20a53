using System.Globalization;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator;

/// <summary>
/// A request that Graph was sent, be it by itself or inside a batch (but none that a batch left out because it depends
/// on one that failed). What is known at its arrival is there at once; the rest follows while it is served, at the
/// latest before the first byte of the answer.
/// </summary>
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

    /// <summary>The path with the version, unescaped, such as <c>/v1.0/me/presence</c>.</summary>
    public string Path { get; }

    /// <summary>The query as it came, with its question mark; empty if there was none.</summary>
    public string Query { get; }

    /// <summary>When it came, by the tenant's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The id that the emulator gave it, which the answer's <c>request-id</c> repeats.</summary>
    public string RequestId { get; }

    /// <summary>The <c>client-request-id</c> that it came with; null if it had none.</summary>
    public string? ClientRequestId { get; }

    /// <summary>Whether it came inside a <c>$batch</c>, whose own request is recorded just before.</summary>
    public bool IsInBatch { get; }

    /// <summary>
    /// The operation by its id in the description, such as <c>users.presence.get</c>; <c>$batch</c> for a batch; null
    /// if the emulator knows none with this method and path.
    /// </summary>
    public string? Operation { get; internal set; }

    /// <summary>Whether the emulator knows an operation with this method and path.</summary>
    public bool IsKnown => Operation is not null;

    /// <summary>The client id of the application that asked; null if its token was missing or not valid.</summary>
    public string? ApplicationId => Caller?.ClientId;

    /// <summary>The object id of the signed-in user; null if the application asked for itself.</summary>
    public string? UserId => Caller?.User?.Id;

    /// <summary>The status answered; null before the answer, and for ever if the connection was dropped.</summary>
    public int? Status
    {
        get => Volatile.Read(ref _status) is var status and not 0 ? status : null;
        internal set => Volatile.Write(ref _status, value ?? 0);
    }

    /// <summary>The injected fault that it met; null if none.</summary>
    public EmulatorFault? Fault { get; internal set; }

    internal Caller? Caller { get; set; }

    internal long Number { get; set; }

    /// <summary>Gives method, path and status.</summary>
    /// <returns>A text for logs and for the messages of failed assertions.</returns>
    public override string ToString() =>
        $"{Method} {Path}{Query} → {Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}";
}
