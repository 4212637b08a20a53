using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>Records the metrics of requests and of the waits before and between them.</summary>
internal static class RequestMetrics
{
    /// <summary>Whether there is a listener for requests. Without one, requests are not timed.</summary>
    public static bool IsOn => Instruments.Requests.Enabled || Instruments.RequestDuration.Enabled;

    /// <summary>Whether there is a listener for waits at the gate.</summary>
    public static bool CountsWaits => Instruments.ThrottleWait.Enabled || Instruments.PacingWait.Enabled;

    /// <summary>Records the end of a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The HTTP status of the answer; 0 if there was none.</param>
    /// <param name="error">The kind of failure; null on success.</param>
    /// <param name="duration">The duration of the request.</param>
    public static void Ended(string operation, int status, string? error, TimeSpan duration)
    {
        TagList tags = TagsOf(operation, status, error);
        Instruments.Requests.Add(1, tags);
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Records that a failed attempt is retried.</summary>
    public static void Retried(string operation, int status, string error)
    {
        if (Instruments.Retries.Enabled)
        {
            Instruments.Retries.Add(1, TagsOf(operation, status, error));
        }
    }

    /// <summary>Records the end of a wait at the gate. A part that took no time is not recorded.</summary>
    /// <param name="throttled">The part of the wait that a 429 caused.</param>
    /// <param name="paced">The rest, caused by the request pace.</param>
    public static void Waited(TimeSpan throttled, TimeSpan paced)
    {
        if (throttled > TimeSpan.Zero)
        {
            Instruments.ThrottleWait.Record(throttled.TotalSeconds);
        }

        if (paced > TimeSpan.Zero)
        {
            Instruments.PacingWait.Record(paced.TotalSeconds);
        }
    }

    private static TagList TagsOf(string operation, int status, string? error)
    {
        var tags = new TagList { { Tags.Operation, operation } };
        if (status != 0)
        {
            tags.Add(Tags.StatusCode, status);
        }

        if (error is not null)
        {
            tags.Add(Tags.ErrorType, error);
        }

        return tags;
    }
}
