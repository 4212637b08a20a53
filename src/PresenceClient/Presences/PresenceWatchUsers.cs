using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PresenceClient.Presences;
using PresenceClient.Presences.Watching;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>
/// The users of a <see cref="PresenceWatch"/>: a set that can change at any time. New users are read at once.
/// </summary>
/// <remarks>
/// <para>Users are object ids (GUIDs). Ids that differ only in case are one user.</para>
/// <para>An enumeration returns the users that are in the set when it begins. Thread-safe.</para>
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The name says which part of a watch it is.")]
public class PresenceWatchUsers : IReadOnlyCollection<string>
{
    private readonly WatchEngine _engine = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceWatchUsers()
    {
    }

    internal PresenceWatchUsers(WatchEngine engine) => _engine = engine;

    /// <summary>The number of users.</summary>
    public virtual int Count => _engine.State.Users;

    /// <summary>Adds a user.</summary>
    /// <param name="id">The object id, a GUID.</param>
    /// <returns>Whether the user is new.</returns>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    public virtual bool Add(string id) => AddChecked([UserId.RequireObjectId(id)]) == 1;

    /// <summary>Adds a user.</summary>
    /// <param name="id">The object id.</param>
    /// <returns>Whether the user is new.</returns>
    public virtual bool Add(Guid id) => AddChecked([id.ToString()]) == 1;

    /// <summary>Adds users.</summary>
    /// <param name="ids">The object ids, GUIDs.</param>
    /// <returns>How many of them are new.</returns>
    /// <exception cref="ArgumentException">
    /// An id is null or is not a GUID; the message names its index. No user was added.
    /// </exception>
    [OverloadResolutionPriority(1)]
    public virtual int Add(IEnumerable<string> ids) => AddChecked(PresenceIds.Distinct(ids));

    /// <summary>Adds users.</summary>
    /// <param name="ids">The object ids.</param>
    /// <returns>How many of them are new.</returns>
    public virtual int Add(IEnumerable<Guid> ids) => AddChecked([.. PresenceIds.Texts(ids)]);

    /// <summary>Removes a user: readers that know the user get an Unwatched change.</summary>
    /// <param name="id">The object id, a GUID.</param>
    /// <returns>Whether the user was there.</returns>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    public virtual bool Remove(string id) => _engine.State.Remove([UserId.RequireObjectId(id)]) == 1;

    /// <summary>Removes a user: readers that know the user get an Unwatched change.</summary>
    /// <param name="id">The object id.</param>
    /// <returns>Whether the user was there.</returns>
    public virtual bool Remove(Guid id) => _engine.State.Remove([id.ToString()]) == 1;

    /// <summary>Removes users: readers that know them get Unwatched changes.</summary>
    /// <param name="ids">The object ids, GUIDs.</param>
    /// <returns>How many of them were there.</returns>
    /// <exception cref="ArgumentException">
    /// An id is null or is not a GUID; the message names its index. No user was removed.
    /// </exception>
    [OverloadResolutionPriority(1)]
    public virtual int Remove(IEnumerable<string> ids) => _engine.State.Remove(PresenceIds.Distinct(ids));

    /// <summary>Removes users: readers that know them get Unwatched changes.</summary>
    /// <param name="ids">The object ids.</param>
    /// <returns>How many of them were there.</returns>
    public virtual int Remove(IEnumerable<Guid> ids) => _engine.State.Remove([.. PresenceIds.Texts(ids)]);

    /// <summary>
    /// Replaces the set. Users who stay keep their state, and readers get no change for them.
    /// </summary>
    /// <param name="ids">The object ids, GUIDs.</param>
    /// <exception cref="ArgumentException">
    /// An id is null or is not a GUID; the message names its index. Nothing was changed.
    /// </exception>
    [OverloadResolutionPriority(1)]
    public virtual void Replace(IEnumerable<string> ids) => ReplaceChecked(PresenceIds.Distinct(ids));

    /// <summary>
    /// Replaces the set. Users who stay keep their state, and readers get no change for them.
    /// </summary>
    /// <param name="ids">The object ids.</param>
    public virtual void Replace(IEnumerable<Guid> ids) => ReplaceChecked([.. PresenceIds.Texts(ids)]);

    /// <summary>Whether a user is in the set.</summary>
    /// <param name="id">The object id, a GUID.</param>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    public virtual bool Contains(string id) => _engine.State.Contains(UserId.RequireObjectId(id));

    /// <summary>Whether a user is in the set.</summary>
    /// <param name="id">The object id.</param>
    public virtual bool Contains(Guid id) => _engine.State.Contains(id.ToString());

    /// <summary>Enumerates the users who are in the set now.</summary>
    public virtual IEnumerator<string> GetEnumerator() =>
        ((IEnumerable<string>)_engine.State.Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int AddChecked(string[] ids)
    {
        int added = _engine.State.Add(ids);
        if (added > 0)
        {
            _engine.Wake();
        }

        return added;
    }

    private void ReplaceChecked(string[] ids)
    {
        if (_engine.State.Replace(ids))
        {
            _engine.Wake();
        }
    }
}
