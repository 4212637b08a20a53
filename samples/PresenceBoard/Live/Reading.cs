namespace PresenceBoard;

/// <summary>The result of the latest reading.</summary>
/// <param name="Board">The board, with what could be read.</param>
/// <param name="Trouble">What failed in the latest reading; null if nothing did.</param>
internal sealed record Reading(Board Board, string? Trouble);
