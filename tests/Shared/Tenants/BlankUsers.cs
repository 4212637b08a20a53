using PresenceClient.Emulator;

namespace PresenceClient.TestSupport;

/// <summary>Users without the state that the emulator seeds.</summary>
internal static class BlankUsers
{
    /// <summary>Clears a user: no Teams client, no out-of-office message, no status message.</summary>
    public static EmulatedUser BlankUser(this PresenceEmulator emulator, int index = 0)
    {
        EmulatedUser user = emulator.Users[index];
        user.EndTeamsClient();
        user.ClearOutOfOffice();
        user.SetStatusMessage("");
        return user;
    }
}
