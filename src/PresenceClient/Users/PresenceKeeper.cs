using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>
/// Keeps the presence sessions of many users: you declare what each user should show, and the keeper sets, renews and
/// clears the sessions. Created by <see cref="UsersClient.CreateKeeper"/>. Thread-safe.
/// </summary>
/// <remarks>
/// <para>Declaring never waits. Of a user's states only the latest is sent: ringing, answered and hung up in quick
/// succession become one request, or none. Transient failures are retried; an expired session is set again.</para>
/// <para>Changes are sent before renewals, and renewals are spread evenly over time. All requests of a keeper let other
/// calls pass first and use at most <see cref="PresenceKeeperOptions.PaceShare"/> of the pace. Each user takes 30
/// seconds / renewal interval of a request in 30 seconds.</para>
/// <para>Disposing the keeper clears the sessions of all its users. If the process stops without that, they stay
/// visible until they expire, after <see cref="PresenceKeeperOptions.Expiry"/> at most.</para>
/// <para>A <see cref="PresenceHold"/> and a keeper of one client share a user's session: the latest state shows. Two
/// processes overwrite each other's state.</para>
/// </remarks>
public class PresenceKeeper : IAsyncDisposable, IDisposable
{
    private readonly KeeperEngine _engine = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceKeeper()
    {
    }

    internal PresenceKeeper(KeeperEngine engine) => _engine = engine;

    /// <summary>The object ids of the users whose state is declared, and not refused.</summary>
    public virtual IReadOnlyCollection<string> Users => _engine.Users;

    /// <summary>
    /// Declares what a user should show: <c>POST /users/{id}/presence/setPresence</c>, sent in the background and
    /// renewed. It replaces the user's state before.
    /// </summary>
    /// <param name="userId">The object id, a GUID.</param>
    /// <param name="presence">The state.</param>
    /// <remarks>Least permission: application Presence.ReadWrite.All.</remarks>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is not one of the five.</exception>
    /// <exception cref="ObjectDisposedException">The keeper, or its client, was disposed.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "As SetAsync; Visual Basic writes [Set].")]
    public virtual void Set(string userId, SessionPresence presence) =>
        _engine.Set(userId, PresencePair.Of(presence));

    /// <summary>Declares any pair, for pairs that Microsoft adds later.</summary>
    /// <param name="userId">The object id, a GUID.</param>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <exception cref="ArgumentException">The id is null or is not a GUID, or a text is null, blank or not valid
    /// Unicode.</exception>
    /// <exception cref="ObjectDisposedException">The keeper, or its client, was disposed.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "As SetAsync; Visual Basic writes [Set].")]
    public virtual void Set(string userId, string availability, string activity) =>
        _engine.Set(userId, PresencePair.Of(availability, activity));

    /// <summary>
    /// Declares that a user's session should end: <c>POST /users/{id}/presence/clearPresence</c>, sent in the
    /// background and retried until the session has expired. Does nothing for a user whose state is not declared.
    /// </summary>
    /// <param name="userId">The object id, a GUID.</param>
    /// <remarks>Least permission: application Presence.ReadWrite.All.</remarks>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    public virtual void Clear(string userId) => _engine.Clear(userId);

    /// <summary>Waits until every state that was declared so far is set or cleared.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <remarks>A user whose request fails is waited for until it succeeds, is refused, or a newer state replaces it.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task WaitUntilSettledAsync(CancellationToken cancellationToken = default) =>
        _engine.WaitUntilSettledAsync(cancellationToken);

    /// <summary>Reads the events of all users from now on: lapsed, recovered, refused.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The events, until the keeper is disposed. Each call is a reader of its own, which starts with the call. A slow
    /// reader receives the latest event of each user.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual IAsyncEnumerable<PresenceKeeperEvent> ReadEventsAsync(
        CancellationToken cancellationToken = default) => _engine.ReadEventsAsync(cancellationToken);

    /// <summary>
    /// Clears the sessions of all users, waits for that at most <see cref="PresenceKeeperOptions.ClearTimeout"/>, and
    /// ends the readers. Never throws. What is not cleared by then is retried in the background until it expires.
    /// </summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.StopAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Begins to clear the sessions of all users, ends the readers, and does not wait.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins to clear the sessions of all users, and ends the readers.</summary>
    /// <param name="disposing">Whether the call comes from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _engine is not null)
        {
            Unobserved.Ignore(_engine.StopAsync());
        }
    }
}
