namespace PresenceBoard;

/// <summary>A change in words.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Text">Who changed, and how.</param>
internal sealed record ChangeLine(DateTimeOffset At, string Text);
