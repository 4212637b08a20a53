using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>
/// The lease of the leader. It ends for its holder by the holder's own monotonic clock, also when Redis says nothing:
/// counted from before the request, so never later than in Redis.
/// </summary>
internal sealed class Lease(RedisLink link, SharingKeys keys, TimeSpan duration, TimeProvider time)
{
    private const int RenewalsInALease = 3;

    private long _start;

    // A request whose answer was lost can have taken the lease, so the token stays until it is released.
    private bool _isHeld;

    /// <summary>The token of the current or last try. Each try has its own.</summary>
    public RedisValue Token { get; private set; }

    public bool IsHeld => _isHeld && time.GetElapsedTime(_start) < duration;

    /// <summary>The time until the next renewal.</summary>
    public TimeSpan UntilRenewal =>
        duration / RenewalsInALease - time.GetElapsedTime(_start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public async Task<bool> TryTakeAsync()
    {
        long start = time.GetTimestamp();
        RedisValue token = Guid.NewGuid().ToByteArray();
        Token = token;
        _isHeld = await link.AskAsync(database => database.LockTakeAsync(keys.Lease, token, duration))
            .ConfigureAwait(false);
        _start = start;
        if (!_isHeld)
        {
            Token = RedisValue.Null;
        }

        return _isHeld;
    }

    /// <summary>Extends the lease; false if it is lost.</summary>
    public async Task<bool> TryExtendAsync()
    {
        long start = time.GetTimestamp();
        _isHeld = IsHeld && await link.AskAsync(database => database.LockExtendAsync(keys.Lease, Token, duration))
            .ConfigureAwait(false);
        _start = start;
        return _isHeld;
    }

    /// <summary>Gives the lease back, if it can still have this token in Redis.</summary>
    /// <returns>Whether it had.</returns>
    public async Task<bool> ReleaseAsync()
    {
        _isHeld = false;
        if (Token.IsNull)
        {
            return false;
        }

        bool released = await link.AskAsync(database => database.LockReleaseAsync(keys.Lease, Token))
            .ConfigureAwait(false);
        Token = RedisValue.Null;
        return released;
    }
}
