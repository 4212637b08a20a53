using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>Reads, watches and writes the presences of many users.</summary>
/// <remarks>Thread-safe.</remarks>
public partial class PresencesClient
{
    private readonly ClientContext _context = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresencesClient()
    {
    }

    internal PresencesClient(ClientContext context) => _context = context;

    /// <summary>Gets a client for one presence by its id, which is the user's object id.</summary>
    /// <param name="id">The object id of the user, a GUID.</param>
    /// <exception cref="ArgumentException">The id is null, blank, <c>.</c> or <c>..</c>.</exception>
    public virtual PresenceItemClient this[string id] => new(_context, UserId.RequireSegment(id, nameof(id)));

    /// <summary>Gets a client for one presence by its id, which is the user's object id.</summary>
    /// <param name="id">The object id of the user.</param>
    [SuppressMessage("Design", "CA1043", Justification = "A GUID is what identifies a user.")]
    public virtual PresenceItemClient this[Guid id] => new(_context, id.ToString());
}
