namespace PresenceClient.Presences.Watching;

/// <summary>A read of a page that is under way.</summary>
/// <param name="page">The page.</param>
/// <param name="ids">The users that it asks for.</param>
/// <param name="begun">When it began; its answer is not read yet.</param>
internal sealed class PageReading(WatchPage page, string[] ids, Observation begun)
{
    private readonly TaskCompletionSource<PresenceException?> _ended =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WatchPage Page => page;

    public string[] Ids => ids;

    public Observation Begun => begun;

    /// <summary>
    /// Whether the answer was taken. Later callers must not join the read, because its answer is older than their call.
    /// </summary>
    public bool IsTaken { get; set; }

    /// <summary>Completes when the read has ended, with the failure if it failed.</summary>
    public Task<PresenceException?> Ended => _ended.Task;

    public void End(PresenceException? failure) => _ended.TrySetResult(failure);
}
