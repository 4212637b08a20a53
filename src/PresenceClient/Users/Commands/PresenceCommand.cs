using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>
/// A write of one user's presence. The constructor checks the arguments. A record, so that equal writes are equal.
/// </summary>
internal abstract record PresenceCommand
{
    /// <summary>The operation for the signed-in user.</summary>
    public abstract GraphOperation Mine { get; }

    /// <summary>The operation for a user by id.</summary>
    public virtual GraphOperation OfUser => throw new NotSupportedException($"{Mine.Name} is available only for /me.");

    /// <summary>A user's text in the body, which messages must not contain; null for none.</summary>
    public virtual string? Confidential => null;

    /// <summary>Creates the body of the request.</summary>
    /// <param name="applicationId">The client's application id, or null.</param>
    /// <exception cref="InvalidOperationException">The write requires the application id, which is null.</exception>
    public abstract IParsable CreateBody(string? applicationId);

    /// <summary>Returns why the write cannot be sent now; null if it can.</summary>
    public virtual string? FaultAt(DateTimeOffset now) => null;
}
