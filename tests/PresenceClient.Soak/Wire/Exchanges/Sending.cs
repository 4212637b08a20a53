using System.Net;
using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>
/// An attempt as the client's HTTP handler sees it: the client has released the request, and nothing of the connection,
/// the server or their delays is in between. Thread-safe.
/// </summary>
internal sealed class Sending
{
    private long _answered;

    /// <summary>The time when the client sent the request. It has passed the gate, and does not wait again.</summary>
    public TimeSpan Sent { get; } = Clock.Now;

    /// <summary>The time when the client got the head of the answer; null if it did not get one.</summary>
    public TimeSpan? Answered => Volatile.Read(ref _answered) is > 0 and long ticks ? new TimeSpan(ticks) : null;

    /// <summary>The status that the client got; 0 if it did not get one.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The request as it arrived at the service; null if it did not arrive.</summary>
    public Exchange? Exchange { get; set; }

    /// <summary>Whether the attempt ended without an answer.</summary>
    public bool HasFailed { get; set; }

    public bool IsThrottled => Answered is not null && Status == HttpStatusCode.TooManyRequests;

    /// <summary>The times, for reports.</summary>
    public override string ToString() =>
        $"{Sent.TotalSeconds:0.000} s "
            + (Answered is { } at ? $"({(int)Status} at {at.TotalSeconds:0.000} s)" : "(no answer)");

    public void Answer(HttpStatusCode status)
    {
        Status = status;
        Volatile.Write(ref _answered, Clock.Now.Ticks);
    }
}
