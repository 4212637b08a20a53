using PresenceClient.Emulator;

namespace PresenceService.Load;

/// <summary>A tenant under load.</summary>
internal sealed class LoadTenant(string name, PresenceEmulator emulator)
{
    public string Name { get; } = name;

    public IReadOnlyList<LoadUser> Users { get; } = [.. emulator.Users.Select(user => new LoadUser(user))];
}
