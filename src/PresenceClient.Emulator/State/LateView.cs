namespace PresenceClient.Emulator.State;

/// <summary>What readers see of a user until a time, whatever has changed meanwhile.</summary>
internal sealed record LateView((VisiblePresence Visible, long Sequence) Seen, DateTime Until);
