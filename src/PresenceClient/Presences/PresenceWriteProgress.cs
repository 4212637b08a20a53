namespace PresenceClient;

/// <summary>How far many writes are.</summary>
/// <param name="Done">How many have an outcome, failures included.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Throttled">
/// How many answers asked for patience (429), those included that another attempt made good.
/// </param>
public sealed record PresenceWriteProgress(int Done, int Total, int Failed, int Throttled);
