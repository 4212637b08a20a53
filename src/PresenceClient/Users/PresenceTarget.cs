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
}
