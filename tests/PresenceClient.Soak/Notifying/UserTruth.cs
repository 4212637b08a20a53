using PresenceClient.Soak.Emulated;

namespace PresenceClient.Soak.Notifying;

/// <summary>The states of one user in the tenant, and what the reader of the watch knows.</summary>
internal sealed class UserTruth
{
    private readonly List<(TimeSpan Since, Look Look)> _states = [];

    /// <summary>What the reader received last; null before the first state.</summary>
    public Look? Shown { get; set; }

    /// <summary>The version of the last change that the reader received.</summary>
    public long Version { get; set; }

    public Look? Current => _states.Count == 0 ? null : _states[^1].Look;

    /// <summary>When the current state began.</summary>
    public TimeSpan Since => _states[^1].Since;

    /// <summary>Notes what the tenant shows, and returns whether that is a change.</summary>
    public bool Note(Look look, TimeSpan now)
    {
        if (Current == look)
        {
            return false;
        }

        bool isChange = Current is not null;
        _states.Add((now, look));
        return isChange;
    }

    /// <summary>Whether the user had a state in the time before now.</summary>
    public bool Had(Look look, TimeSpan now, TimeSpan within)
    {
        for (int i = _states.Count - 1; i >= 0; i--)
        {
            TimeSpan end = i == _states.Count - 1 ? now : _states[i + 1].Since;
            if (end < now - within)
            {
                return false;
            }

            if (_states[i].Look == look)
            {
                return true;
            }
        }

        return false;
    }
}
