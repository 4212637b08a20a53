using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;

namespace PresenceClient.Users.Holding;

/// <summary>How the sessions of a hold, or of a keeper, are set and renewed.</summary>
/// <param name="Expiry">How long a session lasts after it was set.</param>
/// <param name="Lane">The lane of renewals at the gate; null to pass it like other calls.</param>
/// <param name="Turns">Limits the writes under way.</param>
/// <param name="IsKeeper">
/// Whether changes wait for their turn too, and renewals are spread: many users are declared at once.
/// </param>
internal sealed record HoldPlan(TimeSpan Expiry, BackgroundLane? Lane, WriteTurns Turns, bool IsKeeper)
{
    // Graph lets an Available session fade after 5 minutes.
    private static readonly TimeSpan LongestAvailable = TimeSpan.FromMinutes(4);

    /// <summary>The time from the start of a successful set to the start of its renewal.</summary>
    public TimeSpan RenewalInterval(SetSession command) =>
        command.Fades && Expiry / 3 > LongestAvailable ? LongestAvailable : Expiry / 3;

    /// <summary>
    /// The time to the first renewal. For a keeper it is a random part of the interval: users who were set together are
    /// renewed evenly over the interval from then on.
    /// </summary>
    [SuppressMessage("Security", "CA5394", Justification = "The value spreads load and is not a secret.")]
    public TimeSpan FirstRenewal(SetSession command) =>
        RenewalInterval(command) * (IsKeeper ? Random.Shared.NextDouble() : 1);
}
