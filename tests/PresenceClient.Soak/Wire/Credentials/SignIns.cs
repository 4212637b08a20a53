namespace PresenceClient.Soak.Wire.Credentials;

/// <summary>How often each way to sign in is drawn, in per cent; the rest gives a token at once.</summary>
internal sealed record SignIns
{
    public static SignIns Steady { get; } = new();

    public double Slow { get; init; }

    /// <summary>Slow, and deaf to cancellation.</summary>
    public double Deaf { get; init; }

    public double Failing { get; init; }

    /// <summary>A token that no header can hold.</summary>
    public double Unusable { get; init; }

    /// <summary>Whether the application signs in by Azure.Identity, with a secret, at the run's authority.</summary>
    public bool ByClientSecret { get; init; }
}
