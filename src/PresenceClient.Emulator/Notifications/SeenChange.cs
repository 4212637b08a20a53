using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Notifications;

/// <summary>A change of a user's availability or activity.</summary>
internal sealed record SeenChange(EmulatedUser User, EmulatedPair Pair, DateTime At)
{
    /// <summary>The resource of the notification, without a slash at the beginning.</summary>
    public string Resource => $"communications/presences/{User.Id}";
}
