namespace PresenceClient;

/// <summary>The progress of a call with many writes.</summary>
/// <param name="Done">The number of writes with an outcome: succeeded or failed.</param>
/// <param name="Total">The number of all writes.</param>
/// <param name="Failed">The number of writes that failed; included in <paramref name="Done"/>.</param>
/// <param name="Throttled">The number of 429 answers, whether or not a later attempt succeeded.</param>
public readonly record struct PresenceWriteProgress(int Done, int Total, int Failed, int Throttled);
