namespace PresenceClient;

/// <summary>How far a read of many users has come.</summary>
/// <param name="Done">Users with an outcome: read, left out by the service, or failed.</param>
/// <param name="Total">All users, duplicates left aside.</param>
/// <param name="Failed">Those of the done whose presence could not be read.</param>
/// <param name="Throttled">How often the service answered 429, whether or not a later attempt succeeded.</param>
public readonly record struct PresenceReadProgress(int Done, int Total, int Failed, int Throttled);
