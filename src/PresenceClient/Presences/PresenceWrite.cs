using PresenceClient.Users;

namespace PresenceClient;

/// <summary>A change of one user's presence, to be sent with <c>Presences.WriteAsync</c>.</summary>
/// <remarks>
/// <para>Create a write with one of the static methods. They validate their arguments and send nothing. A write is
/// immutable and independent of a client, so you can send it again.</para>
/// <para>Two writes with the same user (compared ordinally), kind and arguments are equal, so tests can compare them.
/// <c>ToString</c> returns the user's id and the kind, and never the text of a status message.</para>
/// </remarks>
public sealed partial record PresenceWrite
{
    private PresenceWrite(string userId, PresenceWriteKind kind, PresenceCommand command)
    {
        UserId = Users.UserId.RequireObjectId(userId, nameof(userId));
        Kind = kind;
        Command = command;
    }

    /// <summary>The object id of the user, as it was passed.</summary>
    public string UserId { get; }

    /// <summary>The kind of change.</summary>
    public PresenceWriteKind Kind { get; }

    internal PresenceCommand Command { get; }

    internal bool NeedsSessionId => Kind is PresenceWriteKind.SetSession or PresenceWriteKind.ClearSession;
}
