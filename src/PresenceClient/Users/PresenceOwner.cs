using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>The owner of a presence: the signed-in user (me), or a user by id.</summary>
/// <remarks>Wrong arguments throw synchronously, before there is a task, an activity or a wait.</remarks>
internal sealed class PresenceOwner
{
    private readonly ClientContext _context;
    private readonly string? _id;

    /// <summary>Creates the owner for the signed-in user.</summary>
    public PresenceOwner(ClientContext context) => _context = context;

    /// <summary>Creates the owner for a user by id, which each call checks.</summary>
    public PresenceOwner(ClientContext context, string id) => (_context, _id) = (context, id);

    /// <summary>The time of the client's clock.</summary>
    public DateTimeOffset Now => _context.Time.GetUtcNow();

    /// <summary>Identifies the user: an id in one form, since ids that differ in case are the same.</summary>
    public string Key => field ??= _id is null ? "me" : UserId.ParseObjectId(_id).ToString();

    /// <summary>Reads the presence.</summary>
    public Task<UserPresence> GetAsync(CancellationToken cancellationToken) => SingleRead.GetAsync(
        _context, _id is null ? GraphOperations.GetMyPresence : GraphOperations.GetUserPresence, _id,
        cancellationToken);

    /// <summary>Sends a write. To end a session that does not exist is a success.</summary>
    /// <param name="command">The write.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="configure">Changes how the call is sent; null for no change.</param>
    public Task SendAsync(
        PresenceCommand command, CancellationToken cancellationToken, Func<GraphCall, GraphCall>? configure = null) =>
        command is ClearSession
            ? EndSessionAsync(cancellationToken, configure)
            : _context.Pipeline.SendAsync(CallFor(command, configure), cancellationToken);

    /// <summary>Ends the application's session; returns false if there is none.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="configure">Changes how the call is sent; null for no change.</param>
    public Task<bool> EndSessionAsync(
        CancellationToken cancellationToken, Func<GraphCall, GraphCall>? configure = null) =>
        _context.Pipeline.EndAsync(CallFor(new ClearSession(), configure), cancellationToken);

    private GraphCall CallFor(PresenceCommand command, Func<GraphCall, GraphCall>? configure)
    {
        GraphOperation operation = _id is null ? command.Mine : command.OfUser;
        string? id = _id is null ? null : UserId.RequireObjectId(_id);
        IParsable body = command.CreateBody(_context.ApplicationId);
        var call = new GraphCall(operation, _context.Requests.For(operation, id, body))
        {
            Confidential = command.Confidential is { } text ? [text] : null,
        };
        return configure?.Invoke(call) ?? call;
    }
}
