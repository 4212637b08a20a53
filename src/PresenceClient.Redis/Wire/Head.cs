namespace PresenceClient.Redis;

/// <summary>
/// How far the leader is: in the key <c>:head</c>, and in a message after each sweep. Its times are ages at the moment
/// of writing.
/// </summary>
internal sealed record Head
{
    private const byte Format = 1;
    private const byte HasSweep = 1;
    private const byte HasFailure = 2;
    private const byte Refused = 4;

    public required Term Term { get; init; }

    /// <summary>The number of the last change in this term.</summary>
    public long Version { get; init; }

    /// <summary>How many hosts share, the leader included.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>The interval in force.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>How many sweeps have ended in this term.</summary>
    public long Sweeps { get; init; }

    /// <summary>How long ago the last sweep began; null before the first one.</summary>
    public TimeSpan? SweepAge { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan SweepDuration { get; init; }

    /// <summary>How many users it asked for.</summary>
    public int SweepUsers { get; init; }

    /// <summary>How many users it could not read: the key <c>:unread</c> has their ids.</summary>
    public int Unread { get; init; }

    /// <summary>The failure, while reads fail; else null.</summary>
    public PresenceException? Failure { get; init; }

    /// <summary>How long reads have failed.</summary>
    public TimeSpan TroubleAge { get; init; }

    /// <summary>How often the service has refused reads in this term.</summary>
    public long Refusals { get; init; }

    /// <summary>Whether the last refusal ended the readers, so that nothing is read until a new one comes.</summary>
    public bool IsRefused { get; init; }

    public void Write(ByteWriter writer)
    {
        writer.Byte(Format);
        writer.Byte((byte)((SweepAge is null ? 0 : HasSweep) | (Failure is null ? 0 : HasFailure)
            | (IsRefused ? Refused : 0)));
        Term.Write(writer);
        writer.Number(Version);
        writer.Number(Hosts);
        writer.Duration(Interval);
        writer.Number(Sweeps);
        writer.Duration(SweepAge ?? TimeSpan.Zero);
        writer.Duration(SweepDuration);
        writer.Number(SweepUsers);
        writer.Number(Unread);
        writer.Duration(TroubleAge);
        writer.Number(Refusals);
        if (Failure is not null)
        {
            FailureCodec.Write(writer, Failure);
        }
    }

    public static Head Read(ref ByteReader reader)
    {
        if (reader.Byte() != Format)
        {
            throw new SharedDataException($"The shared head has a format other than {Format}");
        }

        byte flags = reader.Byte();
        var head = new Head
        {
            Term = Term.Read(ref reader),
            Version = reader.Number(),
            Hosts = Count(reader.Number()),
            Interval = reader.Duration(),
            Sweeps = reader.Number(),
            SweepAge = reader.Duration() is var age && (flags & HasSweep) != 0 ? age : null,
            SweepDuration = reader.Duration(),
            SweepUsers = Count(reader.Number()),
            Unread = Count(reader.Number()),
            TroubleAge = reader.Duration(),
            Refusals = reader.Number(),
            IsRefused = (flags & Refused) != 0,
        };
        return (flags & HasFailure) == 0 ? head : head with { Failure = FailureCodec.Read(ref reader) };
    }

    private static int Count(long number) => (int)Math.Min(number, int.MaxValue);
}
