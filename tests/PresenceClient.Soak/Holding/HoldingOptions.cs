namespace PresenceClient.Soak.Holding;

/// <summary>How large the run is, and how long.</summary>
/// <param name="Users">The number of users of the tenant.</param>
/// <param name="Hours">The number of emulated hours.</param>
/// <param name="Seed">The seed of everything that happens.</param>
internal sealed record HoldingOptions(int Users, int Hours, int Seed);
