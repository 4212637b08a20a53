namespace PresenceClient;

/// <summary>The users whose presence a caller may see.</summary>
public sealed class PresenceEventsFilter
{
    private PresenceEventsFilter(HashSet<string>? ids) => Ids = ids;

    /// <summary>All users of the watch. Not a valid answer to a request for a group.</summary>
    public static PresenceEventsFilter Everyone { get; } = new(ids: null);

    /// <summary>The request is denied: 403.</summary>
    public static PresenceEventsFilter Denied { get; } = new([]);

    /// <summary>The group does not exist: 404.</summary>
    public static PresenceEventsFilter NotFound { get; } = new([]);

    /// <summary>The ids; null for all users.</summary>
    internal HashSet<string>? Ids { get; }

    /// <summary>Only these users. Users who are not in the watch are ignored.</summary>
    /// <param name="ids">The object ids, GUIDs; case does not matter. None is a valid answer.</param>
    /// <exception cref="ArgumentException">An id is null or is not a GUID; the message names its index.</exception>
    public static PresenceEventsFilter Users(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int index = 0;
        foreach (string id in ids)
        {
            if (!DirectoryUser.IsObjectId(id))
            {
                throw new ArgumentException(
                    $"The id at index {index} is not an object id. A filter requires GUIDs. Resolve sign-in names with "
                    + "Users.ResolveAsync() first.",
                    nameof(ids));
            }

            set.Add(id);
            index++;
        }

        return new PresenceEventsFilter(set);
    }
}
