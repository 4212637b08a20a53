using PresenceClient;

namespace CallStatusSync;

/// <summary>What was last shown for a person.</summary>
/// <param name="Person">The person.</param>
/// <param name="Presence">The presence.</param>
/// <param name="Since">When it was declared.</param>
/// <param name="IsCleared">Whether it was ended since.</param>
internal sealed record Shown(Person Person, SessionPresence Presence, DateTimeOffset Since, bool IsCleared = false);
