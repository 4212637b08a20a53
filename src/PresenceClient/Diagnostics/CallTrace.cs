using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>The activity of one call, with all its attempts; its tags name no user.</summary>
internal static class CallTrace
{
    internal static readonly ActivitySource Source = new(nameof(PresenceClient));

    /// <summary>Whether anybody listens. Without, a call does not come here.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>Begins the activity; null when no listener wants it.</summary>
    public static Activity? Start(string operation) =>
        Source.StartActivity(operation, ActivityKind.Client)?.SetTag(Tags.Operation, operation);

    /// <summary>Notes how the call ended.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="attempts">How many requests were sent.</param>
    /// <param name="status">The status of the last answer; 0 for none.</param>
    /// <param name="error">What kind of failure it is; null for none.</param>
    public static void Ended(Activity activity, int attempts, int status, string? error)
    {
        activity.SetTag(Tags.Attempts, attempts);
        if (status != 0)
        {
            activity.SetTag(Tags.StatusCode, status);
        }

        if (error is not null)
        {
            // Without a description: the service's words do not belong here.
            activity.SetTag(Tags.ErrorType, error).SetStatus(ActivityStatusCode.Error);
        }
    }
}
