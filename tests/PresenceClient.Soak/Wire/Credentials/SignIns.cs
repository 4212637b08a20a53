namespace PresenceClient.Soak.Wire.Credentials;

/// <summary>How often each kind of sign-in is drawn, in percent. The rest returns a token at once.</summary>
internal sealed record SignIns
{
    public static SignIns Steady { get; } = new();

    public double Slow { get; init; }

    /// <summary>Slow, and ignores cancellation.</summary>
    public double Deaf { get; init; }

    public double Failing { get; init; }

    /// <summary>A token that no header can hold.</summary>
    public double Unusable { get; init; }

    /// <summary>Whether the application signs in with Azure.Identity and a secret at the run's authority.</summary>
    public bool ByClientSecret { get; init; }
}
