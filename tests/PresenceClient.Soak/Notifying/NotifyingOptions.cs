namespace PresenceClient.Soak.Notifying;

/// <summary>How many users notifications cover, and for how long.</summary>
/// <param name="Users">The number of users. Each 650 have a watcher.</param>
/// <param name="Hours">The number of emulated hours.</param>
/// <param name="Seed">The seed of the tenant and of everything that happens.</param>
internal sealed record NotifyingOptions(int Users, int Hours, int Seed);
