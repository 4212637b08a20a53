using PresenceClient;

namespace WorkerApp;

/// <summary>The call of a person, and the presence that the watch reported during it.</summary>
public sealed class Call(string userId)
{
    public string UserId { get; } = userId;

    public UserPresence? Seen { get; set; }
}
