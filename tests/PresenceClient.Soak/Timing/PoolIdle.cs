namespace PresenceClient.Soak.Timing;

/// <summary>
/// Waits until the thread pool is idle. Without real timers and sockets, all work that the clock has started is
/// complete then, and nothing happens until the clock moves again. It must not be used on a thread of the pool.
/// </summary>
internal static class PoolIdle
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Waits.</summary>
    /// <exception cref="TimeoutException">The pool is still busy after two minutes.</exception>
    public static void Wait()
    {
        TimeSpan start = Clock.Now;
        var spin = new SpinWait();
        while (!IsIdle())
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (Clock.Now - start > Limit)
            {
                throw new TimeoutException($"The thread pool is busy for {Limit.TotalSeconds} seconds in one step.");
            }
        }
    }

    // An item that a thread takes from the queue meanwhile is visible as work, or as completed.
    private static bool IsIdle()
    {
        long completed = ThreadPool.CompletedWorkItemCount;
        return !IsWorking() && ThreadPool.PendingWorkItemCount == 0
            && !IsWorking() && ThreadPool.CompletedWorkItemCount == completed;
    }

    private static bool IsWorking()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        return available < most;
    }
}
