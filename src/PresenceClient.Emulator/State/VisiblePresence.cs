namespace PresenceClient.Emulator.State;

/// <summary>
/// Everything that a reader of a user's presence can see. When it changes, the sequence number changes.
/// </summary>
internal readonly record struct VisiblePresence(
    EmulatedPair Pair, StatusMessage? Status, OutOfOffice? OutOfOffice, WorkLocation? Location);
