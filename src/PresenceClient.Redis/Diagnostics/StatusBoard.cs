namespace PresenceClient.Redis;

/// <summary>The status of a host, which its loop sets and anyone reads. Thread-safe.</summary>
/// <param name="name">The key of the watch; empty for a watch without one.</param>
/// <param name="time">The clock.</param>
internal sealed class StatusBoard(string name, TimeProvider time)
{
    private readonly Lock _lock = new();
    private PresenceSharingStatus _status = new();
    private long? _confirmedAt;

    public string Name => name;

    public PresenceSharingStatus Status
    {
        get
        {
            lock (_lock)
            {
                bool isBehind = _status.Role != PresenceSharingRole.Leader && _confirmedAt is not null;
                return _status with
                {
                    Lag = isBehind ? time.GetElapsedTime(_confirmedAt!.Value) : TimeSpan.Zero,
                };
            }
        }
    }

    /// <summary>Sets what the host does.</summary>
    /// <returns>Whether that is new.</returns>
    public bool SetRole(PresenceSharingRole role, string? failure = null)
    {
        lock (_lock)
        {
            bool isNew = _status.Role != role || (role == PresenceSharingRole.Alone && _status.AloneSince is null);
            _status = _status with
            {
                Role = role,
                Failure = failure,
                AloneSince = role == PresenceSharingRole.Alone ? _status.AloneSince ?? time.GetUtcNow() : null,
                TakeOvers = _status.TakeOvers + (role == PresenceSharingRole.Leader ? 1 : 0),
            };
            return isNew;
        }
    }

    /// <summary>Notes what a leader says of itself.</summary>
    /// <param name="epoch">The number of its term.</param>
    /// <param name="hosts">How many hosts share.</param>
    /// <param name="age">How long ago it said so.</param>
    public void Confirm(long epoch, int hosts, TimeSpan age)
    {
        lock (_lock)
        {
            _status = _status with { Epoch = epoch, Hosts = Math.Max(hosts, 1) };
            _confirmedAt = time.GetTimestamp() - (long)(age.TotalSeconds * time.TimestampFrequency);
        }
    }
}
