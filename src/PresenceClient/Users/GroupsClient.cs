using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>The groups of the directory. A team is a group, and has the same object id. Thread-safe.</summary>
public class GroupsClient
{
    private readonly ClientContext _context = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected GroupsClient()
    {
    }

    internal GroupsClient(ClientContext context) => _context = context;

    /// <summary>One group.</summary>
    /// <param name="id">The object id of the group, a GUID.</param>
    /// <exception cref="ArgumentException">The id is null or isn't an object id.</exception>
    public virtual GroupClient this[string id] => new(_context, UserId.RequireGroupId(id, nameof(id)));

    /// <summary>One group.</summary>
    /// <param name="id">The object id of the group.</param>
    [SuppressMessage("Design", "CA1043", Justification = "A GUID is what identifies a group.")]
    public virtual GroupClient this[Guid id] => new(_context, id.ToString());
}
