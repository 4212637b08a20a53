namespace PresenceClient.Soak.Watching.Readers;

/// <summary>A reader of changes.</summary>
internal sealed class ChangesReader(ReaderScene scene, ReaderPlan plan, Random random)
    : WatchReader(scene, plan, random)
{
    private const int LargestBatch = 4_000;

    private IAsyncEnumerable<PresenceChange>? _stream;

    protected override void Begin(bool isNew)
    {
        if (isNew)
        {
            Restart();
            _stream = Scene.Watch.ReadChangesAsync(CancellationToken.None);
        }
    }

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<PresenceChange> changes = _stream!.GetAsyncEnumerator(cancellationToken);
        int left = Random.Next(LargestBatch);
        while (await MoveNextAsync(changes))
        {
            Take(changes.Current);
            if (--left < 0)
            {
                await PauseAsync();
                left = Random.Next(LargestBatch);
            }
        }
    }
}
