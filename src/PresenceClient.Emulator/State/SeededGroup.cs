namespace PresenceClient.Emulator.State;

/// <summary>A group that the tenant starts with, and the members that it starts with.</summary>
internal sealed record SeededGroup(EmulatedGroup Group, GroupMembers Members);
