using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PresenceClient.Presences;
using PresenceClient.Presences.Watching;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>
/// Follows the presence of users: polls them, keeps their states, and delivers the changes to any number of readers.
/// </summary>
/// <remarks>
/// <para><see cref="PresencesClient.CreateWatch"/> creates a watch. Dispose it to stop polling. Thread-safe.</para>
/// <para>A sweep asks for all users, 650 in each request: <c>POST /communications/getPresencesByUserId</c>. Least
/// permission: Presence.Read.All, delegated or application. Microsoft Graph has no delta query for presence, so a
/// change is found by the first sweep after it.</para>
/// <para>A failed request changes nothing: its users keep their state, and become
/// <see cref="WatchedPresenceState.Stale"/> after three intervals. <see cref="Status"/> shows when the trouble began,
/// and readers of sweeps get a sweep when it begins and when it ends.</para>
/// <para>Create one watch for each identity: signed-in users can see different presences.</para>
/// </remarks>
public partial class PresenceWatch : IAsyncDisposable, IDisposable
{
    private readonly WatchEngine _engine = null!;
    private readonly PresenceWatchUsers _users = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceWatch()
    {
    }

    internal PresenceWatch(WatchEngine engine)
    {
        _engine = engine;
        _users = new PresenceWatchUsers(engine);
    }

    /// <summary>The set of watched users. It can change at any time.</summary>
    public virtual PresenceWatchUsers Users => _users;

    /// <summary>The current status of the watch.</summary>
    public virtual PresenceWatchStatus Status => _engine.State.Status(_engine.Now);

    /// <summary>
    /// Waits until every user has been read or reported once. For an empty set the task is complete at once. The watch
    /// polls while a call waits.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PresenceException">
    /// The service refuses reads, or the first sign-in fails, and <see cref="PresenceWatchOptions.OnRefusal"/> is
    /// <see cref="PresenceWatchRefusal.EndReaders"/>. Other failures are retried.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The watch, or its client, was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task WaitUntilCurrentAsync(CancellationToken cancellationToken = default) =>
        _engine.WaitUntilCurrentAsync(cancellationToken);

    /// <summary>Gets the known state of a user, without a request.</summary>
    /// <param name="id">The object id, a GUID; case does not matter.</param>
    /// <param name="known">The known state; null if the user is not watched.</param>
    /// <returns>Whether the user is watched.</returns>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    public virtual bool TryGet(string id, [NotNullWhen(true)] out WatchedPresence? known) =>
        _engine.State.TryGet(UserId.RequireObjectId(id), _engine.Now, out known);

    /// <summary>Gets the known state of a user, without a request.</summary>
    /// <param name="id">The object id.</param>
    /// <param name="known">The known state; null if the user is not watched.</param>
    /// <returns>Whether the user is watched.</returns>
    public virtual bool TryGet(Guid id, [NotNullWhen(true)] out WatchedPresence? known) =>
        TryGet(id.ToString(), out known);

    /// <summary>
    /// Reads changes: first an Initial change for every user (Missing for a user who is not returned by the service),
    /// each as soon as it is known, then every change.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The changes, until the watch is disposed. Each call is a separate reader. A slow reader gets the latest state
    /// of each user. Enumerating the same result again continues where the last enumeration ended, with the difference.
    /// </returns>
    /// <exception cref="PresenceException">
    /// The service refuses reads, or the first sign-in fails, and <see cref="PresenceWatchOptions.OnRefusal"/> is
    /// <see cref="PresenceWatchRefusal.EndReaders"/>.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The client of the watch was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual IAsyncEnumerable<PresenceChange> ReadChangesAsync(CancellationToken cancellationToken = default) =>
        new ChangeStream(_engine, cancellationToken);

    /// <summary>Reads sweeps with their changes; sweeps without a change are left out.</summary>
    /// <param name="after">
    /// The version to continue after, a <see cref="PresenceSweep.Version"/> of an earlier enumeration; null to begin
    /// with the state of all users. A version that is no longer known begins with the state of all users as well,
    /// marked by <see cref="PresenceSweep.IsResynchronization"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>As in the other overload.</returns>
    /// <exception cref="PresenceException">As in <see cref="ReadChangesAsync"/>.</exception>
    /// <exception cref="ObjectDisposedException">The client of the watch was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual IAsyncEnumerable<PresenceSweep> ReadSweepsAsync(
        long? after = null, CancellationToken cancellationToken = default) =>
        ReadSweepsAsync(after, includeEmpty: false, cancellationToken);

    /// <summary>Reads sweeps with their changes, optionally also sweeps without a change, as a sign of life.</summary>
    /// <param name="after">As in the other overload.</param>
    /// <param name="includeEmpty">Whether to return sweeps without a change.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The sweeps, until the watch is disposed. Each call is a separate reader. A slow reader gets the sweeps that it
    /// has missed as one. Enumerating the same result again continues where the last enumeration ended.
    /// </returns>
    /// <exception cref="PresenceException">As in <see cref="ReadChangesAsync"/>.</exception>
    /// <exception cref="ObjectDisposedException">The client of the watch was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual IAsyncEnumerable<PresenceSweep> ReadSweepsAsync(
        long? after, bool includeEmpty, CancellationToken cancellationToken = default) =>
        new SweepStream(_engine, after, includeEmpty, cancellationToken);

    /// <summary>
    /// Reads some of the users now, at the priority of a call: <c>POST /communications/getPresencesByUserId</c>. A user
    /// who is being read already is not read twice.
    /// </summary>
    /// <param name="ids">The object ids, GUIDs. Users who are not watched are ignored.</param>
    /// <param name="cancellationToken">Ends the wait. The read continues, since other callers can have joined
    /// it.</param>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentException">An id is null or is not a GUID; the message names its index.</exception>
    /// <exception cref="PresenceException">A user could not be read. The others were read.</exception>
    /// <exception cref="ObjectDisposedException">The watch, or its client, was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual Task RefreshAsync(IEnumerable<string> ids, CancellationToken cancellationToken = default) =>
        _engine.RefreshAsync(PresenceIds.Distinct(ids), cancellationToken);

    /// <summary>
    /// Reads some of the users now, at the priority of a call: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids. Users who are not watched are ignored.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentNullException">The ids are null.</exception>
    /// <exception cref="PresenceException">A user could not be read. The others were read.</exception>
    /// <exception cref="ObjectDisposedException">The watch, or its client, was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task RefreshAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default) =>
        RefreshAsync(PresenceIds.Texts(ids), cancellationToken);

    /// <summary>Stops polling and ends the readers. Nothing is under way afterwards.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Stops polling and ends the readers, without waiting for requests that are under way.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops polling and ends the readers.</summary>
    /// <param name="disposing">Whether the call comes from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _engine?.Dispose();
        }
    }
}
