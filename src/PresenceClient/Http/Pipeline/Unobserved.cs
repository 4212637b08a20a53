namespace PresenceClient.Http;

/// <summary>Tasks that nobody awaits any more.</summary>
internal static class Unobserved
{
    /// <summary>Looks at the failure of a task when it comes, so that it is not reported as unobserved.</summary>
    public static void Ignore(Task task) => task.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
