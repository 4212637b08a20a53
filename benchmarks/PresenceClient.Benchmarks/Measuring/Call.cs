namespace PresenceClient.Benchmarks.Measuring;

/// <summary>Does a benchmark's work once. What it gives, if anything, does not matter here.</summary>
internal delegate ValueTask Call();
