namespace PresenceClient.Emulator.State;

/// <summary>The state of a user that readers see until a given time, whatever has changed.</summary>
internal sealed record LateView((VisiblePresence Visible, long Sequence) Seen, DateTime Until);
