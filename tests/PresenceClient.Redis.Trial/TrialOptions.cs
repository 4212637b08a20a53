namespace PresenceClient.Redis.Trial;

/// <summary>What the command line says.</summary>
internal sealed record TrialOptions(int Hosts, int Users, TimeSpan Duration, int Seed, string? Redis)
{
    /// <summary>The interval of the watches.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>The lease of the leader.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);

    /// <summary>The pace of the application.</summary>
    public const int Pace = 1_500;
}
