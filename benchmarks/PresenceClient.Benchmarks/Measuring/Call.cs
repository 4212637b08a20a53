namespace PresenceClient.Benchmarks.Measuring;

/// <summary>Runs the work of a benchmark once and ignores its result.</summary>
internal delegate ValueTask Call();
