using System.Diagnostics.CodeAnalysis;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>One call of the client's API.</summary>
/// <param name="number">The number in the run.</param>
/// <param name="client">The client.</param>
/// <param name="random">The source of random details.</param>
/// <param name="record">The record of its exchanges.</param>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing that needs disposing.")]
internal sealed class Call(int number, SoakClient client, Random random, CallRecord record)
{
    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Number { get; } = number;

    public SoakClient Client { get; } = client;

    public Random Random { get; } = random;

    public CallRecord Record { get; } = record;

    /// <summary>The operation, for reports.</summary>
    public string Name { get; set; } = "";

    /// <summary>The time limit, without signing in; null for no limit.</summary>
    public TimeSpan? Limit { get; set; }

    /// <summary>The caller's token.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The time of its cancellation by the caller.</summary>
    public TimeSpan? Cancelled { get; private set; }

    /// <summary>Whether the watch has reported it.</summary>
    public bool IsReported { get; set; }

    /// <summary>Ends when the call is abandoned.</summary>
    public Task Abandoned => _abandoned.Task;

    public TimeSpan Elapsed => (Record.Ended ?? Clock.Now) - Record.Began;

    /// <summary>The time that the client counts: signing in has its own limits.</summary>
    public TimeSpan Counted => Elapsed - Client.SignIns.Within(Record.Began, Record.Ended ?? Clock.Now);

    public UserKey User(int place, Trait trait = Trait.Known) => new(Number, place, trait);

    public void Cancel()
    {
        Cancelled ??= Clock.Now;
        _ = _source.CancelAsync();
    }

    public void Abandon() => _abandoned.TrySetResult();

    public override string ToString() =>
        $"{Client.Name}: {Name} (call {Number:x}), {Elapsed.TotalSeconds:0.00} s "
            + $"since {Record.Began.TotalSeconds:0.00} s"
            + (Cancelled is { } moment ? $", cancelled at {moment.TotalSeconds:0.00} s" : "");
}
