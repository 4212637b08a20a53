namespace PresenceClient.Users.Holding;

/// <summary>
/// Limits the writes of a keeper that are under way. Changes that people wait for take their turn before renewals.
/// Thread-safe.
/// </summary>
/// <param name="free">How many writes are under way at most.</param>
internal sealed class WriteTurns(int free)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _changes = [];
    private readonly LinkedList<TaskCompletionSource> _renewals = [];

    /// <summary>Waits for a turn; <see cref="End"/> gives it to the next.</summary>
    /// <param name="isChange">Whether it goes before renewals.</param>
    /// <param name="cancellationToken">Ends the wait; no turn is taken then.</param>
    public async Task BeginAsync(bool isChange, CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (free > 0)
            {
                free--;
                return;
            }

            place = (isChange ? _changes : _renewals)
                .AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using CancellationTokenRegistration leaving = cancellationToken.UnsafeRegister((_, token) =>
        {
            lock (_lock)
            {
                if (place.List is { } queue)
                {
                    queue.Remove(place);
                    place.Value.TrySetCanceled(token);
                }
            }
        }, null);
        await place.Value.Task.ConfigureAwait(false);
    }

    public void End()
    {
        lock (_lock)
        {
            LinkedList<TaskCompletionSource> queue = _changes.Count > 0 ? _changes : _renewals;
            if (queue.First is not { } next)
            {
                free++;
                return;
            }

            queue.RemoveFirst();
            next.Value.SetResult();
        }
    }
}
