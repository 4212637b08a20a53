namespace PresenceClient.Redis.Tests.Support;

/// <summary>How a host of a test differs from the usual one.</summary>
internal sealed class HostSettings
{
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(300);

    public RedisLost OnRedisLost { get; set; }

    public PresenceWatchPolling Polling { get; set; }

    public int? Pace { get; set; } = 1_500;
}
