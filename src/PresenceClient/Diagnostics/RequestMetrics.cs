using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>What is measured of requests and of the waits between and before them.</summary>
internal static class RequestMetrics
{
    /// <summary>Whether anybody wants to know of requests. Without, none is timed.</summary>
    public static bool IsOn => Instruments.Requests.Enabled || Instruments.RequestDuration.Enabled;

    /// <summary>Whether anybody wants to know of waits at the gate.</summary>
    public static bool CountsWaits => Instruments.ThrottleWait.Enabled || Instruments.PacingWait.Enabled;

    /// <summary>A request has ended.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status of the answer; 0 for none.</param>
    /// <param name="error">What kind of failure it is; null for none.</param>
    /// <param name="duration">How long it took.</param>
    public static void Ended(string operation, int status, string? error, TimeSpan duration)
    {
        TagList tags = TagsOf(operation, status, error);
        Instruments.Requests.Add(1, tags);
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>A failure is answered with another attempt, after a wait.</summary>
    public static void Retried(string operation, int status, string error)
    {
        if (Instruments.Retries.Enabled)
        {
            Instruments.Retries.Add(1, TagsOf(operation, status, error));
        }
    }

    /// <summary>A wait at the gate is over; each part counts that took any time.</summary>
    /// <param name="throttled">As long as the hold-back after a 429 lasted.</param>
    /// <param name="paced">The rest, for a turn.</param>
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
