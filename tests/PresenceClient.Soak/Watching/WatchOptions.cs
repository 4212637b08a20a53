namespace PresenceClient.Soak.Watching;

/// <summary>How large the watch is, and for how long it runs.</summary>
/// <param name="Users">The number of users of the tenant.</param>
/// <param name="Readers">The number of readers of the watch.</param>
/// <param name="Hours">The number of emulated hours.</param>
/// <param name="Seed">The seed of the tenant and of everything that happens.</param>
internal sealed record WatchOptions(int Users, int Readers, int Hours, int Seed);
