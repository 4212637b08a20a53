namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>Thrown by the run's own progress, loggers and listeners. It must not leave a call.</summary>
internal static class Rudeness
{
    // A type that the client has no reason to throw.
    public static Exception Create() => new DivideByZeroException("Thrown by an observer of the run.");
}
