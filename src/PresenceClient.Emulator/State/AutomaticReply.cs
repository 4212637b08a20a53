namespace PresenceClient.Emulator.State;

/// <summary>The automatic reply of a mailbox, and when it is sent.</summary>
internal sealed record AutomaticReply(OutOfOffice OutOfOffice, TimeWindow Time);
