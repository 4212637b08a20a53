using PresenceClient.Http;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>The presences of many users at once. Thread-safe.</summary>
public partial class PresencesClient
{
    private readonly ClientContext _context = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected PresencesClient()
    {
    }

    internal PresencesClient(ClientContext context) => _context = context;

    /// <summary>One presence by its id, which is the user's object id.</summary>
    /// <param name="id">The object id of the user, a GUID.</param>
    /// <exception cref="ArgumentException">It is null, blank, <c>.</c> or <c>..</c>.</exception>
    public virtual PresenceItemClient this[string id] => new(_context, UserId.RequireSegment(id, nameof(id)));
}
