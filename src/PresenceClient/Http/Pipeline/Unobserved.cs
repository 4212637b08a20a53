namespace PresenceClient.Http;

/// <summary>Handles tasks that are no longer awaited.</summary>
internal static class Unobserved
{
    /// <summary>Observes the failure of a task, so that it is not reported as unobserved.</summary>
    public static void Ignore(Task task) => task.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
