using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>
/// A write of one presence. Its arguments are checked when it is made. A record, so that two of the same are equal.
/// </summary>
internal abstract record PresenceCommand
{
    /// <summary>The operation for the signed-in user.</summary>
    public abstract GraphOperation Mine { get; }

    /// <summary>The operation for a user by id.</summary>
    public virtual GraphOperation OfUser => throw new NotSupportedException($"{Mine.Name} exists for /me only.");

    /// <summary>What the body contains that must not get into a message; or null.</summary>
    public virtual string? Confidential => null;

    /// <summary>Makes the body of the request.</summary>
    /// <param name="applicationId">The client's application id, or null.</param>
    /// <exception cref="InvalidOperationException">The write needs the application id, and it is null.</exception>
    public abstract IParsable CreateBody(string? applicationId);

    /// <summary>What is wrong with the write if it is sent now; null for nothing.</summary>
    public virtual string? FaultAt(DateTimeOffset now) => null;
}
