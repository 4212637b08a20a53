using System.Security.Cryptography;
using System.Text;

namespace PresenceClient.AspNetCore.Events;

/// <summary>
/// The users whose events a stream contains: those that the host allows, narrowed by the query.
/// </summary>
internal sealed class VisibleUsers
{
    private readonly HashSet<string>? _ids;

    private VisibleUsers(HashSet<string>? ids) => (_ids, Mark) = (ids, ids is null ? "" : MarkOf(ids));

    /// <summary>A text that differs between two sets of users; empty for all users.</summary>
    public string Mark { get; }

    public static VisibleUsers Of(PresenceEventsFilter allowed, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
        {
            return new VisibleUsers(allowed.Ids);
        }

        var ids = new HashSet<string>(asked, StringComparer.OrdinalIgnoreCase);
        if (allowed.Ids is not null)
        {
            ids.IntersectWith(allowed.Ids);
        }

        return new VisibleUsers(ids);
    }

    public bool Contains(string id) => _ids?.Contains(id) != false;

    /// <summary>How many of the users the watch has.</summary>
    public int CountIn(PresenceWatch watch, int all) => _ids is null ? all : _ids.Count(watch.Users.Contains);

    /// <summary>How many of the users have a state of that kind.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="state">The kind.</param>
    /// <param name="all">How many of all users of the watch have it.</param>
    public int CountOf(PresenceWatch watch, WatchedPresenceState state, int all) => _ids is null || all == 0
        ? all
        : _ids.Count(id => watch.TryGet(id, out WatchedPresence? known) && known.State == state);

    private static string MarkOf(HashSet<string> ids)
    {
        string text = string.Join(',', ids.Select(id => id.ToUpperInvariant()).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, 8));
    }
}
