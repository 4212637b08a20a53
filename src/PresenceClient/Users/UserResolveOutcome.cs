using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>The result of looking up one sign-in name: found, missing or failed.</summary>
/// <param name="Name">The sign-in name as it was given.</param>
/// <param name="User">The user; null if there is none, or if the lookup failed.</param>
/// <param name="Exception">Why the lookup failed; null if it did not.</param>
public sealed record UserResolveOutcome(
    string Name, DirectoryUser? User = null, PresenceException? Exception = null)
{
    /// <summary>Whether a user has this sign-in name.</summary>
    [MemberNotNullWhen(true, nameof(User))]
    public bool IsFound => User is not null;

    /// <summary>Whether no user has this sign-in name. That isn't a failure.</summary>
    public bool IsMissing => User is null && Exception is null;

    /// <summary>Whether the lookup failed, so that it isn't known whether a user has this sign-in name.</summary>
    [MemberNotNullWhen(true, nameof(Exception))]
    public bool IsFailed => Exception is not null;
}
