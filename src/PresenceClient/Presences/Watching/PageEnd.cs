namespace PresenceClient.Presences.Watching;

/// <summary>How a read of a page ended.</summary>
/// <param name="Page">The page.</param>
/// <param name="Failure">Why it failed, for some of its users at least; null if it did not.</param>
/// <param name="IsThrottled">Whether an answer was a 429.</param>
internal readonly record struct PageEnd(WatchPage Page, PresenceException? Failure, bool IsThrottled);
