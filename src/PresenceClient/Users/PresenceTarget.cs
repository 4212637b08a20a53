using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>
/// Whose presence is written: the signed-in user's, or that of a user by id. The five actions that both have.
/// </summary>
internal abstract class PresenceTarget(GraphPipeline pipeline)
{
    public GraphPipeline Pipeline { get; } = pipeline;

    public abstract GraphCall Get();

    public abstract GraphCall SetPresence(SetPresenceBody body);

    public abstract GraphCall ClearPresence(ClearPresenceBody body);

    public abstract GraphCall SetPreferredPresence(SetUserPreferredPresenceBody body);

    public abstract GraphCall ClearPreferredPresence();

    public abstract GraphCall SetStatusMessage(SetStatusMessageBody body);

    /// <summary>Makes a change.</summary>
    /// <param name="action">The change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="onThrottled">Told of each answer that asks for patience.</param>
    /// <returns>False where there was nothing to change: no session to end.</returns>
    public async Task<bool> SendAsync(
        PresenceAction action, CancellationToken cancellationToken, Action? onThrottled = null)
    {
        GraphCall call = action.CallFor(this) with { OnThrottled = onThrottled };
        try
        {
            await Pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PresenceNotFoundException e) when (action is ClearSessionAction)
        {
            // Nothing to end after a lost answer: most likely, that attempt ended it.
            return e.MayBeDone;
        }
    }
}
