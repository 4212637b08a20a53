using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>What became of one write.</summary>
/// <param name="Write">The write.</param>
/// <param name="Exception">Why it failed; null where it succeeded.</param>
public sealed record PresenceWriteOutcome(PresenceWrite Write, PresenceException? Exception = null)
{
    /// <summary>
    /// Whether the service took it, which does not mean that people see it: see <see cref="SessionClient"/>,
    /// <see cref="PreferredPresenceClient"/> and <see cref="StatusMessageClient"/>.
    /// </summary>
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool Succeeded => Exception is null;

    /// <summary>
    /// Whether the write has no result because the call was cancelled: it was not sent, or it was under way and may
    /// have taken effect (<see cref="Exception"/> says which). Every write can be sent again.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Canceled { get; init; }
}
