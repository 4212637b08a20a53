using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>The activity of one call, with all its attempts; its tags name no user.</summary>
internal static class CallTrace
{
    private static readonly ActivitySource? Source =
        Guard.Ask(nameof(PresenceClient), static name => new ActivitySource(name));

    /// <summary>Whether anybody listens. Without, a call does not come here.</summary>
    public static bool IsOn => Source?.HasListeners() == true;

    /// <summary>Begins the activity; null when no listener wants it, or one throws.</summary>
    public static Activity? Start(string operation) =>
        Begin(operation, ActivityKind.Client)?.SetTag(Tags.Operation, operation);

    /// <summary>Begins an activity of any kind; null when no listener wants it, or one throws.</summary>
    public static Activity? Begin(string name, ActivityKind kind)
    {
        Activity? around = Activity.Current;
        Activity? activity = Guard.Ask((name, kind), static a => Source?.StartActivity(a.name, a.kind));
        if (activity is null && Activity.Current != around)
        {
            // A listener threw when it had begun; what follows does not belong to it.
            _ = Guard.Tell(around, static a => Activity.Current = a);
        }

        return activity;
    }

    /// <summary>Ends the activity and notes how the call ended.</summary>
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

        _ = Guard.Tell(activity, static a => a.Stop());
    }
}
