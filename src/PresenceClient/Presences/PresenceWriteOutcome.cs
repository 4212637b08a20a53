using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>The outcome of one write.</summary>
/// <param name="Write">The write.</param>
/// <param name="Exception">The reason for a failure; null after a success.</param>
public sealed record PresenceWriteOutcome(PresenceWrite Write, PresenceException? Exception = null)
{
    /// <summary>Whether the service accepted the write.</summary>
    /// <remarks>
    /// Other users don't necessarily see it: see <see cref="SessionClient"/>, <see cref="PreferredPresenceClient"/>
    /// and <see cref="StatusMessageClient"/>.
    /// </remarks>
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool Succeeded => Exception is null;

    /// <summary>Whether the call was cancelled before the write had a result.</summary>
    /// <value>Default: false.</value>
    /// <remarks>
    /// The write was not sent, or it was in flight and may have taken effect; <see cref="Exception"/> says which. You
    /// can send it again in both cases.
    /// </remarks>
    public bool Canceled { get; init; }
}
