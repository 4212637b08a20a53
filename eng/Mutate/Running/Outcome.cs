namespace Mutate.Running;

/// <summary>What the tests of a mutant did.</summary>
internal enum Outcome
{
    /// <summary>A test failed, or its process ended.</summary>
    Killed,

    /// <summary>A test did not end in time.</summary>
    TimedOut,

    Survived,

    /// <summary>No test reaches it.</summary>
    NotCovered,
}
