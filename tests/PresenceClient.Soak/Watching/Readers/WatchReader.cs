using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Watching.Readers;

/// <summary>
/// A reader of the watch: it reads, pauses, stops and returns as its plan says, and checks what it gets.
/// </summary>
internal abstract class WatchReader(ReaderScene scene, ReaderPlan plan, Random random)
{
    private volatile bool _isParked;
    private long _delivered;

    public ReaderPlan Plan => plan;

    /// <summary>What it knows.</summary>
    public ReaderCheck Check { get; } = new(plan.Name, scene);

    /// <summary>The number of changes that it received.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>Whether it has taken everything and waits for news, once the thread pool is idle.</summary>
    public bool IsParked => _isParked;

    /// <summary>The step of its latest item.</summary>
    public int DeliveredAt { get; private set; }

    /// <summary>How often it has started from nothing.</summary>
    public int Restarts { get; private set; }

    protected ReaderScene Scene => scene;

    protected Random Random => random;

    /// <summary>Whether it leaves the enumeration now, without a cancellation.</summary>
    protected bool Leaves => plan.Stops && random.Chance(0.01);

    /// <summary>Reads until the watch ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            Begin(isNew: true);
            while (await ReadOnceAsync())
            {
                await WaitAsync(1, 900);
                Begin(isNew: Random.Chance(0.1));
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            scene.Findings.Add(Figure.Lost, "a reader ends with an exception", $"{plan.Name}: {e}");
        }
        finally
        {
            _isParked = false;
        }
    }

    /// <summary>Begins an enumeration.</summary>
    /// <param name="isNew">Whether it starts from nothing; otherwise it continues.</param>
    protected abstract void Begin(bool isNew);

    /// <summary>Reads an enumeration.</summary>
    /// <returns>Whether the reader leaves it; false at its end.</returns>
    protected abstract Task<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The next item; false at the end.</summary>
    protected async ValueTask<bool> MoveNextAsync<T>(IAsyncEnumerator<T> items)
    {
        _isParked = true;
        bool isThere = await items.MoveNextAsync();
        _isParked = false;
        DeliveredAt = scene.History.Step;
        return isThere;
    }

    /// <summary>Takes a change.</summary>
    protected void Take(PresenceChange change)
    {
        Interlocked.Increment(ref _delivered);
        Check.Take(change);
    }

    /// <summary>Forgets everything that the reader knows.</summary>
    protected void Restart()
    {
        Check.Restart();
        Restarts++;
    }

    /// <summary>Pauses if the reader is slow.</summary>
    protected Task PauseAsync() => plan.IsSlow ? WaitAsync(0.1, 60) : Task.CompletedTask;

    // True if it stopped or left by its plan; false at the end of the watch.
    private async Task<bool> ReadOnceAsync()
    {
        TimeSpan duration = plan.Stops ? random.Between(60, 1_200) : Timeout.InfiniteTimeSpan;
        using var stop = new CancellationTokenSource(duration, scene.Time);
        try
        {
            return await ReadAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _isParked = false;
            return true;
        }
    }

    private async Task WaitAsync(double fromSeconds, double toSeconds)
    {
        if (!scene.Hurry.IsCancellationRequested)
        {
            await Task.Delay(random.Between(fromSeconds, toSeconds), scene.Time, scene.Hurry)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
