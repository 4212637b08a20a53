namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>What the run's own progress, loggers and listeners throw. It must not come out of a call.</summary>
internal static class Rudeness
{
    // A type that the client has no reason to throw.
    public static Exception Create() => new DivideByZeroException("Thrown by an observer of the run.");
}
