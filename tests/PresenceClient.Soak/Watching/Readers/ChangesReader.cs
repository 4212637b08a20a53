namespace PresenceClient.Soak.Watching.Readers;

/// <summary>A reader of changes.</summary>
internal sealed class ChangesReader(ReaderScene scene, ReaderPlan plan, Random random)
    : WatchReader(scene, plan, random)
{
    private const int LargestBatchBits = 13;

    private IAsyncEnumerable<PresenceChange>? _stream;

    protected override void Begin(bool isNew)
    {
        if (isNew)
        {
            Restart();
            _stream = Scene.Watch.ReadChangesAsync(CancellationToken.None);
        }
    }

    protected override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<PresenceChange> changes = _stream!.GetAsyncEnumerator(cancellationToken);
        int left = DrawBatch();
        while (await MoveNextAsync(changes))
        {
            Take(changes.Current);
            if (--left < 0)
            {
                if (Leaves)
                {
                    return true;
                }

                await PauseAsync();
                left = DrawBatch();
            }
        }

        return false;
    }

    // Mostly small, sometimes all users.
    private int DrawBatch() => Random.Next(1 << Random.Next(1, LargestBatchBits));
}
