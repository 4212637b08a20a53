namespace PresenceClient.Emulator.State;

/// <summary>All that a reader of a user's presence can see; when it changes, the sequence number does.</summary>
internal readonly record struct VisiblePresence(
    EmulatedPair Pair, StatusMessage? Status, OutOfOffice? OutOfOffice, WorkLocation? Location);
