using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>Creates the activity of a call, which covers all its attempts. Its tags contain no user data.</summary>
internal static class CallTrace
{
    private static readonly ActivitySource? Source =
        Guard.Ask(static () => new ActivitySource(nameof(PresenceClient)));

    /// <summary>Whether there is a listener. Without one, calls skip this class.</summary>
    public static bool IsOn => Source?.HasListeners() == true;

    /// <summary>Starts the activity; null if no listener samples it, or if one throws.</summary>
    public static Activity? Start(string operation) =>
        Begin(operation, ActivityKind.Client)?.SetTag(Tags.Operation, operation);

    /// <summary>Starts an activity of any kind; null if no listener samples it, or if one throws.</summary>
    public static Activity? Begin(string name, ActivityKind kind)
    {
        Activity? around = Activity.Current;
        Activity? activity = Guard.Ask(() => Source?.StartActivity(name, kind));
        if (activity is null && Activity.Current != around)
        {
            // A listener threw after the activity had started. Later activities must not become its children.
            _ = Guard.Tell(around, static a => Activity.Current = a);
        }

        return activity;
    }

    /// <summary>Stops the activity and sets the tags of the outcome.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="attempts">The number of requests that were sent.</param>
    /// <param name="status">The HTTP status of the last answer; 0 if there was none.</param>
    /// <param name="error">The kind of failure; null on success.</param>
    public static void Ended(Activity activity, int attempts, int status, string? error)
    {
        activity.SetTag(Tags.Attempts, attempts);
        if (status != 0)
        {
            activity.SetTag(Tags.StatusCode, status);
        }

        if (error is not null)
        {
            // No description: the service's texts can contain user data.
            activity.SetTag(Tags.ErrorType, error).SetStatus(ActivityStatusCode.Error);
        }

        _ = Guard.Tell(activity, static a => a.Stop());
    }
}
