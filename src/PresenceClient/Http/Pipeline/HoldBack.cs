namespace PresenceClient.Http;

/// <summary>
/// How long a 429 holds the client back: as long as the service asks. Where it asks for no time, or again and again for
/// practically none, the client backs off, longer each time until an answer is no 429. Thread-safe.
/// </summary>
internal sealed class HoldBack(RequestGate gate)
{
    private readonly Lock _lock = new();
    private int _wave;
    private int _repeats;

    /// <summary>The requests between two hold-backs are a wave; an attempt notes its wave before it sends.</summary>
    public int Wave => Volatile.Read(ref _wave);

    /// <summary>An attempt was answered with 429.</summary>
    /// <param name="wave">The wave of the attempt.</param>
    /// <param name="asked">How long the service asks to wait; null when it does not say.</param>
    /// <returns>How long the client is held back.</returns>
    public TimeSpan Begin(int wave, TimeSpan? asked)
    {
        int repeats;
        lock (_lock)
        {
            // The others of its wave were sent before the client could know: they make it no worse.
            if (wave == _wave)
            {
                _wave++;
                _repeats++;
            }

            repeats = Math.Max(_repeats, 1);
        }

        TimeSpan duration = BackOff.After(asked, repeats - 1);
        gate.HoldBack(duration);
        return duration;
    }

    /// <summary>An attempt had another answer, so the service takes requests again.</summary>
    /// <param name="wave">The wave of the attempt.</param>
    public void End(int wave)
    {
        if (Volatile.Read(ref _repeats) == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (wave == _wave)
            {
                _repeats = 0;
            }
        }
    }
}
