namespace PresenceClient.Soak.Wire.Answers;

/// <summary>What an answer says, however it is sent.</summary>
internal sealed record Content(int Status, byte[] Body);
