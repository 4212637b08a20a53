using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>Creates the activity of a watch's sweep, the parent of its requests.</summary>
internal static class SweepTrace
{
    public const string Name = "presence.watch.sweep";

    /// <summary>
    /// Starts the activity; null if no listener samples it. It is not the current activity afterwards.
    /// </summary>
    public static Activity? Start()
    {
        Activity? current = Activity.Current;
        Activity? activity = CallTrace.Begin(Name, ActivityKind.Internal);
        _ = Guard.Tell(current, static a => Activity.Current = a);
        return activity;
    }

    /// <summary>Stops the activity.</summary>
    /// <param name="activity">The activity; can be null.</param>
    /// <param name="users">The number of requested users.</param>
    /// <param name="error">The kind of failure; null on success.</param>
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
