namespace PresenceClient.Http;

/// <summary>
/// Starts a hold-back after a 429, for the time that the service asks for. If it asks for no time, or repeatedly for
/// almost none, the time grows with each wave of 429s until another answer arrives. Thread-safe.
/// </summary>
internal sealed class HoldBack(RequestGate gate)
{
    private readonly Lock _lock = new();
    private int _wave;
    private int _repeats;

    /// <summary>The current wave: the attempts between two hold-backs. An attempt reads it before it is sent.</summary>
    public int Wave => Volatile.Read(ref _wave);

    /// <summary>Starts a hold-back, because an attempt was answered with 429.</summary>
    /// <param name="wave">The wave of the attempt.</param>
    /// <param name="asked">The time that the service asks for; null for none.</param>
    /// <returns>The duration of the hold-back.</returns>
    public TimeSpan Begin(int wave, TimeSpan? asked)
    {
        int repeats;
        lock (_lock)
        {
            // The other attempts of its wave were already sent, so their 429s do not count again.
            if (wave == _wave)
            {
                _wave++;
                _repeats++;
            }

            repeats = Math.Max(_repeats, 1);
        }

        TimeSpan duration = BackOff.After(asked, repeats - 1);
        gate.HoldBackAfterThrottling(duration);
        return duration;
    }

    /// <summary>Ends the growth of the times, because an attempt got an answer other than 429.</summary>
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
