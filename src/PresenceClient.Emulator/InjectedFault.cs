namespace PresenceClient.Emulator;

/// <summary>A fault in force in an emulator. Disposing it ends it; requests that it has hit stay hit.</summary>
public sealed class InjectedFault : IDisposable
{
    // Streams of people, tenant and life lie near zero or below; those of faults begin far from them.
    private const long FirstStream = long.MaxValue / 2;

    private readonly Lock _gate = new();
    private readonly FaultRules _rules;
    private readonly int _seed;
    private readonly DateTime _endsAt;
    private uint _fitting;
    private int _hits;

    internal InjectedFault(FaultRules rules, EmulatorFault fault, int number, int seed, DateTime now)
    {
        (_rules, _seed) = (rules, seed);
        Fault = fault;
        Number = number;
        _endsAt = fault.Duration is { } duration && duration < DateTime.MaxValue - now
            ? now + duration
            : DateTime.MaxValue;
    }

    /// <summary>What goes wrong.</summary>
    public EmulatorFault Fault { get; }

    /// <summary>How many requests it has hit.</summary>
    public int Hits => Volatile.Read(ref _hits);

    internal int Number { get; }

    /// <summary>Ends the fault. Doing so twice does nothing.</summary>
    public void Dispose() => _rules.End(this);

    /// <summary>Hits the call, or lets it pass: null.</summary>
    internal FaultHit? TryHit(GraphCall call)
    {
        if (call.Now >= _endsAt || !Fault.Fits(call))
            return null;
        lock (_gate)
        {
            uint place = _fitting++;
            var random = new SeededRandom(_seed, FirstStream + ((long)Number << 32) + place);
            if (place < Fault.Skip || _hits == Fault.Times || random.NextFraction() >= Fault.Probability)
                return null;
            Volatile.Write(ref _hits, _hits + 1);
            return new FaultHit(Fault, random);
        }
    }
}
