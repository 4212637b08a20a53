namespace PresenceClient.Tests.Diagnostics;

/// <summary>
/// The tests that listen, one at a time and with no other test beside them: meters and activity sources are one for the
/// whole process.
/// </summary>
[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class Listening;
