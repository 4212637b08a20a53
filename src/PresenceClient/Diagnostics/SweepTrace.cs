using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>The activity of a sweep of a watch, the parent of its requests.</summary>
internal static class SweepTrace
{
    public const string Name = "presence.watch.sweep";

    /// <summary>Begins the activity; null when no listener wants it. It is not the current one afterwards.</summary>
    public static Activity? Start()
    {
        Activity? current = Activity.Current;
        Activity? activity = CallTrace.Begin(Name, ActivityKind.Internal);
        Activity.Current = current;
        return activity;
    }

    /// <summary>Ends the activity.</summary>
    /// <param name="activity">The activity; may be null.</param>
    /// <param name="users">How many users it asked for.</param>
    /// <param name="error">What kind of failure there was; null for none.</param>
    public static void End(Activity? activity, int users, string? error)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag(Tags.Users, users);
        if (error is not null)
        {
            activity.SetTag(Tags.ErrorType, error).SetStatus(ActivityStatusCode.Error);
        }

        _ = Guard.Tell(activity, static a => a.Stop());
    }
}
