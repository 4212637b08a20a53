namespace PresenceClient.Soak.Wire.Answers;

/// <summary>The content of an answer, independent of how it is sent.</summary>
internal sealed record Content(int Status, byte[] Body);
