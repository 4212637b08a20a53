namespace PresenceClient.Emulator.State;

/// <summary>A time window from its start to just before its end.</summary>
internal readonly record struct TimeWindow(DateTime Start, DateTime End)
{
    public static readonly TimeWindow Always = new(DateTime.MinValue, DateTime.MaxValue);

    public bool Covers(DateTime time) => Start <= time && time < End;

    /// <summary>Returns when the window begins or ends next.</summary>
    public DateTime NextChange(DateTime after) => Start > after ? Start : End;
}
