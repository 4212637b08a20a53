namespace PresenceClient.Soak.Timing;

/// <summary>Runs the driver of a fake clock: it waits until the thread pool is idle, so it cannot run on it.</summary>
internal static class DriverThread
{
    public static Task<int> RunAsync(Func<int> run)
    {
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var driver = new Thread(() =>
        {
            try
            {
                ended.SetResult(run());
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                ended.SetException(e);
            }
        });
        driver.Start();
        return ended.Task;
    }
}
