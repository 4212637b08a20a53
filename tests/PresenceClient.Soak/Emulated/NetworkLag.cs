namespace PresenceClient.Soak.Emulated;

/// <summary>
/// The time that messages take. Half of them take none, so that many arrive in the same step of the clock. Thread-safe.
/// </summary>
internal sealed class NetworkLag(TimeProvider time, Random random)
{
    private const double LongestSeconds = 2;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan lag;
        lock (random)
        {
            lag = random.Chance(0.5) ? TimeSpan.Zero : random.Between(0, LongestSeconds);
        }

        return lag == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(lag, time, cancellationToken);
    }
}
