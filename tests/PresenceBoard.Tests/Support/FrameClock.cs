using Microsoft.Extensions.Time.Testing;

namespace PresenceBoard.Tests;

/// <summary>
/// The clock of a screen. It moves only after the screen was painted, because some texts are shown for a time only.
/// </summary>
internal sealed class FrameClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _painted;
    private int _passed;

    // Only a frame asks for it.
    public override TimeZoneInfo LocalTimeZone
    {
        get
        {
            Interlocked.Increment(ref _painted);
            return base.LocalTimeZone;
        }
    }

    /// <summary>Moves to the next frame if the last one was painted.</summary>
    public void Pass()
    {
        if (Volatile.Read(ref _painted) is var painted && painted > _passed)
        {
            _passed = painted;
            Advance(TimeSpan.FromMilliseconds(500));
        }
    }
}
