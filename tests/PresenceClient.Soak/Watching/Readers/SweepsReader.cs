using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Watching.Readers;

/// <summary>
/// A reader of sweeps. When it returns, it continues after the last version, or after an unknown one.
/// </summary>
internal sealed class SweepsReader(ReaderScene scene, ReaderPlan plan, Random random)
    : WatchReader(scene, plan, random)
{
    private const long UnknownVersion = long.MaxValue / 2;

    private IAsyncEnumerable<PresenceSweep>? _stream;
    private long _version;
    private bool _mustResynchronize;

    protected override void Begin(bool isNew)
    {
        double chance = Random.NextDouble();
        _mustResynchronize = !isNew && chance > 0.9;
        if (isNew)
        {
            Restart();
            Open(after: null);
        }
        else if (_mustResynchronize)
        {
            Open(UnknownVersion);
        }
        else if (chance > 0.3 && _version > 0)
        {
            Check.Continue();
            Open(_version);
        }
    }

    protected override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<PresenceSweep> sweeps = _stream!.GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(sweeps))
        {
            Take(sweeps.Current);
            if (Leaves)
            {
                return true;
            }

            await PauseAsync();
        }

        return false;
    }

    private void Open(long? after) => _stream =
        Scene.Watch.ReadSweepsAsync(after, includeEmpty: !Plan.IsSlow, CancellationToken.None);

    private void Take(PresenceSweep sweep)
    {
        if (sweep.IsResynchronization)
        {
            Restart();
        }
        else if (_mustResynchronize)
        {
            Add("an unknown version is not resynchronized", sweep);
        }
        else if (sweep.Version < _version)
        {
            Add("a sweep with a lower version", sweep);
        }

        _mustResynchronize = false;
        _version = sweep.Version;
        if (sweep.Changes.DistinctBy(static change => change.UserId).Count() < sweep.Changes.Count)
        {
            Add("a sweep with two changes of one user", sweep);
        }

        foreach (PresenceChange change in sweep.Changes)
        {
            Take(change);
        }
    }

    private void Add(string kind, PresenceSweep sweep) => Scene.Findings.Add(
        Figure.OutOfOrder, kind, $"{Plan.Name}: {sweep.Version} after {_version}, {sweep.Changes.Count} changes");
}
