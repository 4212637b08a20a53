using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Faults;

/// <summary>A fault in force. It selects the calls to hit by their number among the matching ones.</summary>
internal sealed class FaultRule
{
    // The random streams of users, tenant and activity are near zero or negative; those of faults begin far away.
    private const long FirstStream = long.MaxValue / 2;

    private readonly Lock _gate = new();
    private readonly int _seed;
    private readonly DateTime _endsAt;
    private uint _fitting;
    private int _hits;

    public FaultRule(EmulatorFault fault, int number, int seed, DateTime now)
    {
        (Fault, Number, _seed) = (fault, number, seed);
        _endsAt = fault.Duration is { } duration && duration < DateTime.MaxValue - now
            ? now + duration
            : DateTime.MaxValue;
    }

    public EmulatorFault Fault { get; }

    public int Number { get; }

    public int Hits => Volatile.Read(ref _hits);

    /// <summary>Hits the call; null if the call is not selected.</summary>
    public FaultHit? TryHit(EmulatedCall call) => Fault.Fits(call) ? TryHit(call.Now) : null;

    /// <summary>Hits a notification of a resource; null if it is not selected.</summary>
    public FaultHit? TryHitNotification(string resource, DateTime now) =>
        Fault.FitsNotification(resource) ? TryHit(now) : null;

    private FaultHit? TryHit(DateTime now)
    {
        if (now >= _endsAt)
        {
            return null;
        }

        lock (_gate)
        {
            uint place = _fitting++;
            var random = new SeededRandom(_seed, FirstStream + ((long)Number << 32) + place);
            if (place < Fault.Skip || _hits == Fault.Times || random.NextFraction() >= Fault.Probability)
            {
                return null;
            }

            Volatile.Write(ref _hits, _hits + 1);
            return new FaultHit(Fault, random);
        }
    }
}
