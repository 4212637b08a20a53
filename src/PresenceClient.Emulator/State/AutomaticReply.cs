namespace PresenceClient.Emulator.State;

/// <summary>What a mailbox answers, and when it does.</summary>
internal sealed record AutomaticReply(OutOfOffice OutOfOffice, TimeWindow Time);
