using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Callers;
using PresenceClient.Soak.Wire.Credentials;

namespace PresenceClient.Soak.Wire.Clients;

/// <summary>The configuration of a client, its answers and its callers.</summary>
/// <param name="Name">The name, for reports.</param>
internal sealed record ClientPlan(string Name)
{
    public Transport Transport { get; init; } = Transport.Tcp;

    /// <summary>
    /// Whether the client creates its HTTP handler. Then checks that need <see cref="SendTap"/> are left out.
    /// </summary>
    public bool HasOwnHandler { get; init; }

    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(1.5);

    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(8);

    public int MaxRetries { get; init; } = 3;

    public int? Pace { get; init; } = 1_500;

    public bool WaitsWhenThrottled { get; init; } = true;

    public Mix Mix { get; init; } = Mix.Usual;

    public IReadOnlyList<Answer> Answers { get; init; } = AnswerTable.All;

    public SignIns SignIns { get; init; } = SignIns.Steady;

    /// <summary>The number of callers at the same time.</summary>
    public int Callers { get; init; } = 6;

    /// <summary>The operations that they call.</summary>
    public IReadOnlyList<Calling> Callings { get; init; } = Calling.OfAnApplication;

    /// <summary>Whether one call is made at a time, so that every request belongs to the call under way.</summary>
    public bool IsSolo => Callers == 1;

    /// <summary>Whether the logger throws sometimes.</summary>
    public bool HasRudeLogger { get; init; }
}
