namespace PresenceService.Load;

/// <summary>A value that was set at some moment from <see cref="Start"/> to <see cref="End"/>.</summary>
internal sealed class Change(Shown? value, long start)
{
    public Shown? Value { get; } = value;

    public long Start { get; } = start;

    /// <summary>When it took effect at the latest; the far future while that is not known.</summary>
    public long End { get; set; } = long.MaxValue;
}
