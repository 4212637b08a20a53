using PresenceClient.Redis;

namespace PresenceClient;

/// <summary>
/// How a <see cref="PresenceWatch"/> is shared with other hosts through Redis. A singleton of the host, with the key of
/// its watch. Thread-safe.
/// </summary>
public class PresenceSharing
{
    private readonly StatusBoard _board = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceSharing()
    {
    }

    internal PresenceSharing(StatusBoard board) => _board = board;

    /// <summary>The current status.</summary>
    public virtual PresenceSharingStatus Status => _board.Status;
}
