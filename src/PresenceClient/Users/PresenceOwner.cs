using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Whose presence is read or written: the signed-in user's (me), or that of a user by id.</summary>
/// <remarks>Wrong arguments throw from the call itself, not from its task, and before anything else happens.</remarks>
internal sealed class PresenceOwner
{
    private readonly GraphPipeline _pipeline;
    private readonly string? _id;

    /// <summary>The signed-in user.</summary>
    public PresenceOwner(GraphPipeline pipeline) => _pipeline = pipeline;

    /// <summary>A user by id, which is checked when it is used.</summary>
    public PresenceOwner(GraphPipeline pipeline, string id) => (_pipeline, _id) = (pipeline, id);

    /// <summary>The client's clock.</summary>
    public DateTimeOffset Now => _pipeline.Time.GetUtcNow();

    /// <summary>Reads the presence.</summary>
    public Task<UserPresence> GetAsync(CancellationToken cancellationToken) => SingleRead.GetAsync(
        _pipeline, _id is null ? GraphOperations.GetMyPresence : GraphOperations.GetUserPresence, _id,
        cancellationToken);

    /// <summary>Sends a write. Where there is no session to end, that is a success.</summary>
    /// <param name="command">The write.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="onThrottled">Called for each answer that throttles (429).</param>
    public Task SendAsync(PresenceCommand command, CancellationToken cancellationToken, Action? onThrottled = null)
    {
        GraphCall call = CallFor(command) with { OnThrottled = onThrottled };
        return command is ClearSession
            ? EndSessionAsync(call, cancellationToken)
            : _pipeline.SendAsync(call, cancellationToken);
    }

    /// <summary>Ends the application's session; false where there is none.</summary>
    public Task<bool> EndSessionAsync(CancellationToken cancellationToken) =>
        EndSessionAsync(CallFor(new ClearSession()), cancellationToken);

    private async Task<bool> EndSessionAsync(GraphCall call, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PresenceNotFoundException e)
        {
            // Nothing to end after a lost answer: most likely, that attempt ended it.
            return e.MayBeDone;
        }
    }

    private GraphCall CallFor(PresenceCommand command)
    {
        GraphOperation operation = _id is null ? command.Mine : command.OfUser;
        string address = _pipeline.AddressOf(operation, _id is null ? null : UserId.RequireObjectId(_id));
        IParsable body = command.CreateBody(_pipeline.ApplicationId);
        return new GraphCall(operation, () => _pipeline.Writing.Create(operation, address, body))
        {
            Confidential = command.Confidential is { } text ? [text] : null,
        };
    }
}
