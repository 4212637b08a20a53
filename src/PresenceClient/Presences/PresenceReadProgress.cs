namespace PresenceClient;

/// <summary>The progress of a read of many users.</summary>
/// <param name="Done">The number of users with an outcome: read, left out by the service, or failed.</param>
/// <param name="Total">The number of all users, without duplicates.</param>
/// <param name="Failed">
/// The number of users whose presence could not be read; included in <paramref name="Done"/>.
/// </param>
/// <param name="Throttled">The number of 429 answers, whether or not a later attempt succeeded.</param>
public readonly record struct PresenceReadProgress(int Done, int Total, int Failed, int Throttled);
