using System.Runtime.CompilerServices;
using PresenceClient.Presences;
using PresenceClient.Presences.Watching;

namespace PresenceClient;

/// <content>Live presence.</content>
public partial class PresencesClient
{
    /// <summary>
    /// Follows the presence of a fixed set of users: <c>POST /communications/getPresencesByUserId</c>, every 30
    /// seconds.
    /// </summary>
    /// <param name="ids">The object ids (GUIDs) of the users. Without ids the enumeration ends at once.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>
    /// An Initial change for every user (Missing for a user who is not returned by the service), then every change.
    /// Polling begins and ends with the enumeration. Enumerating again starts over.
    /// </returns>
    /// <remarks>
    /// Least permission: Presence.Read.All, delegated or application. For a set that changes, several readers, or
    /// the current state, see <see cref="CreateWatch"/>. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">An id is null or is not a GUID; the message names its index.</exception>
    /// <exception cref="PresenceException">The service refuses reads (400, 401, 403), or the first sign-in fails. Other
    /// failures are retried.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual IAsyncEnumerable<PresenceChange> WatchAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default) =>
        WatchAsync(ids, options: null, cancellationToken);

    /// <summary>
    /// Follows the presence of a fixed set of users, with options: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids (GUIDs) of the users. Without ids the enumeration ends at once.</param>
    /// <param name="options">How to poll; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>As in the other overload.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentException">An id is null or is not a GUID, or an option is not valid.</exception>
    /// <exception cref="PresenceException">The service refuses reads (400, 401, 403), or the first sign-in fails, and
    /// the options are not set to keep trying. Other failures are retried.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual IAsyncEnumerable<PresenceChange> WatchAsync(
        IEnumerable<string> ids, PresenceWatchOptions? options, CancellationToken cancellationToken = default)
    {
        string[] distinct = PresenceIds.Distinct(ids);
        options = WatchOptionsCheck.Check(options);
        _context.Pipeline.ThrowIfDisposed();
        return WatchAsync(distinct, options, cancellationToken, default);
    }

    /// <summary>Creates a watch, which follows the presence of users.</summary>
    /// <param name="options">How it polls; null for the defaults.</param>
    /// <returns>The watch, with no users yet. Dispose it to stop polling.</returns>
    /// <remarks>
    /// It reads with this client's identity, and all of its readers share the states: create one watch for each
    /// identity.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual PresenceWatch CreateWatch(PresenceWatchOptions? options = null)
    {
        options = WatchOptionsCheck.Check(options);
        _context.Pipeline.ThrowIfDisposed();
        return new PresenceWatch(new WatchEngine(_context, options));
    }

    /// <summary>Gets what the watches of this client share.</summary>
    internal Http.ClientContext Context => _context;

    private async IAsyncEnumerable<PresenceChange> WatchAsync(
        string[] ids,
        PresenceWatchOptions options,
        CancellationToken parameter,
        [EnumeratorCancellation] CancellationToken enumeration)
    {
        if (ids.Length == 0)
        {
            yield break;
        }

        var engine = new WatchEngine(_context, options);
        await using (engine.ConfigureAwait(false))
        {
            engine.State.Add(ids);
            await foreach (PresenceChange change in new ChangeStream(engine, parameter)
                .WithCancellation(enumeration).ConfigureAwait(false))
            {
                yield return change;
            }
        }
    }
}
