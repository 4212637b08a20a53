namespace PresenceClient.Soak.Wire;

/// <summary>The options of a wire run.</summary>
/// <param name="Duration">How long calls are made.</param>
/// <param name="Seed">The seed of all random choices.</param>
/// <param name="Clients">The names of the clients to run; empty for all.</param>
internal sealed record WireOptions(TimeSpan Duration, int Seed, IReadOnlyList<string> Clients);
