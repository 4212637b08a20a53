namespace PresenceClient;

/// <summary>How far many writes have come.</summary>
/// <param name="Done">Writes with an outcome: made, or failed.</param>
/// <param name="Total">All writes.</param>
/// <param name="Failed">Those of the done that failed.</param>
/// <param name="Throttled">How often the service answered 429, whether or not a later attempt succeeded.</param>
public readonly record struct PresenceWriteProgress(int Done, int Total, int Failed, int Throttled);
