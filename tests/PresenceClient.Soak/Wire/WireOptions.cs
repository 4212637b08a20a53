namespace PresenceClient.Soak.Wire;

/// <summary>What a run is told.</summary>
/// <param name="Duration">How long calls are made.</param>
/// <param name="Seed">What everything is drawn from.</param>
/// <param name="Clients">The names of the clients that take part; empty for all.</param>
internal sealed record WireOptions(TimeSpan Duration, int Seed, IReadOnlyList<string> Clients);
