using Microsoft.Extensions.Time.Testing;
using PresenceClient.Redis.Tests.Support;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests;

/// <summary>The lease, on a clock that the test moves, and a real server.</summary>
public sealed class LeaseTests : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(3);

    private readonly FakeTimeProvider _time = new();
    private readonly SharingKeys _keys = new(Guid.NewGuid().ToString("N"));
    private readonly ConnectionMultiplexer _connection = ConnectionMultiplexer.Connect(
        new ConfigurationOptions { EndPoints = { RedisServer.Shared.EndPoint } });

    [Fact]
    public async Task Lease_IsHeldByOneOnly()
    {
        Lease one = Create();
        Lease other = Create();

        (await one.TryTakeAsync()).Should().BeTrue();
        (await other.TryTakeAsync()).Should().BeFalse();
        (await one.ReleaseAsync()).Should().BeTrue();
        (await other.TryTakeAsync()).Should().BeTrue();
        (one.IsHeld, other.IsHeld).Should().Be((false, true));
    }

    [Fact]
    public async Task Lease_TimeOfTheHolderIsOver_IsNotHeldAlthoughRedisSaysNothing()
    {
        Lease lease = Create();
        await lease.TryTakeAsync();

        _time.Advance(Duration - TimeSpan.FromTicks(1));
        lease.IsHeld.Should().BeTrue();
        _time.Advance(TimeSpan.FromTicks(1));

        lease.IsHeld.Should().BeFalse();
        (await lease.TryExtendAsync()).Should().BeFalse("a lease that is over is taken anew");
    }

    [Fact]
    public async Task Lease_Extended_CountsFromTheExtension()
    {
        Lease lease = Create();
        await lease.TryTakeAsync();
        lease.UntilRenewal.Should().Be(Duration / 3);
        _time.Advance(Duration / 3);
        lease.UntilRenewal.Should().Be(TimeSpan.Zero);

        (await lease.TryExtendAsync()).Should().BeTrue();

        lease.UntilRenewal.Should().Be(Duration / 3);
        _time.Advance(Duration * 0.9);
        lease.IsHeld.Should().BeTrue();
    }

    [Fact]
    public async Task Lease_LostInRedis_CannotBeExtendedOrReleased()
    {
        Lease lease = Create();
        await lease.TryTakeAsync();
        IDatabase redis = _connection.GetDatabase();
        await redis.StringSetAsync(_keys.Lease, "another host");

        (await lease.TryExtendAsync()).Should().BeFalse();
        (await lease.ReleaseAsync()).Should().BeFalse();

        ((string?)await redis.StringGetAsync(_keys.Lease)).Should().Be("another host");
    }

    [Fact]
    public async Task Write_WithoutTheLease_IsRefusedByRedis()
    {
        var link = new RedisLink(_connection, TimeSpan.FromMinutes(1), _time);
        Lease lease = Create();
        await lease.TryTakeAsync();
        IDatabase redis = _connection.GetDatabase();

        (await WriteAsync("mine")).Should().BeTrue();
        await redis.StringSetAsync(_keys.Lease, "another host");
        (await WriteAsync("too late")).Should().BeFalse();

        ((string?)await redis.StringGetAsync(_keys.Head)).Should().Be("mine");

        Task<bool> WriteAsync(string text) => link.WriteAsync(_keys, lease.Token, (transaction, ignore) =>
            ignore(transaction.StringSetAsync(_keys.Head, text, SharedHost.Retention)));
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Lease Create() => new(new RedisLink(_connection, TimeSpan.FromMinutes(1), _time), _keys, Duration, _time);
}
