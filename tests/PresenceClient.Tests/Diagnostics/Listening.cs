namespace PresenceClient.Tests.Diagnostics;

/// <summary>
/// The tests that listen. They run one at a time, and no other test runs meanwhile, because a process has one meter and
/// one activity source.
/// </summary>
[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class Listening;
