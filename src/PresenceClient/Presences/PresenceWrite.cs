using PresenceClient.Users;

namespace PresenceClient;

/// <summary>One change of one user's presence, to be sent by <c>Presences.WriteAsync</c>.</summary>
/// <remarks>
/// <para>Made by its static methods, which check their arguments; nothing is sent then. Immutable, and bound to no
/// client: the same value can be sent again.</para>
/// <para>Two values of the same user (to the letter), kind and arguments are equal, so that a test can compare
/// them. Its text shows the user's id and the kind, and never what a status message says.</para>
/// </remarks>
public sealed partial record PresenceWrite
{
    private PresenceWrite(string userId, PresenceWriteKind kind, PresenceCommand command)
    {
        UserId = Users.UserId.RequireObjectId(userId, nameof(userId));
        Kind = kind;
        Command = command;
    }

    /// <summary>The object id of the user, as it was given.</summary>
    public string UserId { get; }

    /// <summary>What is changed.</summary>
    public PresenceWriteKind Kind { get; }

    internal PresenceCommand Command { get; }

    internal bool NeedsSessionId => Kind is PresenceWriteKind.SetSession or PresenceWriteKind.ClearSession;
}
