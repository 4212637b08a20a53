using StackExchange.Redis;

namespace PresenceClient.Redis.Tests.Support;

/// <summary>A leader that the test plays: it decides what is written, and which messages followers get.</summary>
internal sealed class ScriptedLeader(SharedStage stage, IDatabase redis)
{
    private static readonly RedisValue Token = "scripted";

    private Head _head = new() { Term = new Term(1, 1), Hosts = 2, Interval = TimeSpan.FromHours(1) };

    public Head Head => _head;

    /// <summary>Takes the lease, and writes the head.</summary>
    public async Task BeginAsync()
    {
        (await redis.LockTakeAsync(stage.Keys.Lease, Token, TimeSpan.FromMinutes(10))).Should().BeTrue();
        await WriteHeadAsync();
    }

    /// <summary>Begins a new term, without a message.</summary>
    public Task BeginTermAsync(long epoch)
    {
        _head = _head with { Term = new Term(epoch, epoch), Version = 0 };
        return WriteHeadAsync();
    }

    /// <summary>Writes states as the next version.</summary>
    /// <returns>The message about them, which is not sent.</returns>
    public async Task<byte[]> WriteAsync(params (string Id, string Activity, int Number)[] states)
    {
        _head = _head with { Version = _head.Version + 1 };
        SharedState[] shared = [.. states.Select(static state => new SharedState(
            Guid.Parse(state.Id), Presence(state.Id, state.Activity, state.Number), TimeSpan.FromSeconds(1)))];
        foreach (SharedState state in shared)
        {
            await redis.HashSetAsync(stage.Keys.State, state.Id.ToByteArray(),
                new StoredState(_head.Term.Nonce, _head.Version, state.Presence).ToBytes());
        }

        await WriteHeadAsync();
        return MessageCodec.Changes(_head.Term, _head.Version, shared);
    }

    /// <summary>Ends a sweep, and announces it.</summary>
    public async Task EndSweepAsync()
    {
        _head = _head with { Sweeps = _head.Sweeps + 1, SweepAge = TimeSpan.FromSeconds(1) };
        await WriteHeadAsync();
        await SendAsync(MessageCodec.Progress(_head));
    }

    public Task SendAsync(byte[] message) => redis.PublishAsync(stage.Keys.Changes, message);

    private static UserPresence Presence(string id, string activity, int number) => new()
    {
        Id = id,
        AvailabilityText = activity,
        ActivityText = activity,
        SequenceNumber = $"A{number:D10}",
    };

    private Task<bool> WriteHeadAsync()
    {
        var writer = new ByteWriter();
        _head.Write(writer);
        return redis.StringSetAsync(stage.Keys.Head, writer.ToArray(), SharedHost.Retention);
    }
}
