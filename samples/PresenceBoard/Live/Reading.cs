namespace PresenceBoard;

/// <summary>What the latest reading came to.</summary>
/// <param name="Board">The board as far as it could be read.</param>
/// <param name="Trouble">What went wrong with the latest reading; null if nothing did.</param>
internal sealed record Reading(Board Board, string? Trouble);
